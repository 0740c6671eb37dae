import '../../../libs/domain/src/impure';
