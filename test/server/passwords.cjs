// Hashing a password takes a core a fifteenth of a second, on purpose. The tests give their people a handful of passwords, and
// make hundreds of accounts with each.

/** Hashes each password once. What is checked at a sign-in is reckoned every time: how many get through at once depends on it. */
function hashOnce() {
  const { PasswordField } = require('@nocobase/database');
  const { hash } = PasswordField.prototype;
  const known = new Map();
  PasswordField.prototype.hash = function (password) {
    const { length, randomBytesSize } = this.options;
    const key = JSON.stringify([length, randomBytesSize, String(password)]);
    if (!known.has(key)) known.set(key, hash.call(this, password));
    return known.get(key);
  };
}

module.exports = { hashOnce };
