import './thing.spec';
