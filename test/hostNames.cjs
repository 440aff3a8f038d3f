/**
 * jsdom's reading of host names, which are few, once each: Office.js asks for the origin of every message in four parts,
 * and for each of them jsdom looks up every letter of the host in the tables of Unicode. That was a quarter of the tests with Excel.
 */
// By its path: the name is mapped to this file.
const names = require('../node_modules/tr46');

const known = new Map();

function toASCII(name, options) {
  const question = JSON.stringify([name, options]);
  if (!known.has(question)) known.set(question, names.toASCII(name, options));
  return known.get(question);
}

module.exports = { ...names, toASCII };
