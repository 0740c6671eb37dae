/* global db */
// Run once, by the image of MongoDB, while its data are empty. Two users: who opens the views does not open the keys.
const { readFileSync } = require('fs');

const passwordIn = (name) => readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const writes = (...names) => names.map((name) => ({ role: 'readWrite', db: name }));
const admin = db.getSiblingDB('admin');

admin.createUser({
  user: 'threekeys',
  pwd: passwordIn('mongo-password'),
  roles: writes('threekeys', 'threekeys-access'),
});
admin.createUser({
  user: 'threekeys-keys',
  pwd: passwordIn('mongo-keys-password'),
  roles: writes('threekeys-keys'),
});
