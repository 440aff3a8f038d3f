import fc from 'fast-check';
import { isMailAddress, mailLink } from '../../../src/taskpane/wording/mailLink';

test('writes a link as RFC 6068 has it: lines end in CR LF, everything else is encoded', () => {
  expect(mailLink('ap@acme.example', 'Due: 5 & more', 'A\nB=1?').href).toBe(
    'mailto:ap@acme.example?subject=Due%3A%205%20%26%20more&body=A%0D%0AB%3D1%3F',
  );
});

test.each([
  '',
  'ap@acme.example,boss@acme.example',
  'ap@acme.example?bcc=x@y.example',
  'a b@c.d',
  'javascript:x',
])('takes %j for no address', address => {
  expect(isMailAddress(address)).toBe(false);
  expect(mailLink(address, 'S', 'T').href).toBe('mailto:?subject=S&body=T');
});

test('a text too long for a link is left out and told', () => {
  const { href, hasText } = mailLink('ap@acme.example', 'S', '催'.repeat(300));
  expect([href, hasText]).toEqual(['mailto:ap@acme.example?subject=S', false]);
});

test('no text makes it throw, and what is in the link is the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
      const { href, hasText } = mailLink('', 'S', text);
      const body = decodeURIComponent(href.split('&body=')[1] ?? '');
      // Half of a character beyond 16 bits is nothing that a link can carry.
      if (hasText && !/\p{Surrogate}/u.test(text))
        expect(body.replaceAll('\r\n', '\n')).toBe(text.replaceAll('\r\n', '\n'));
    }),
  );
});

test('half a character pair does not make it throw', () => {
  expect(mailLink('', '\ud800', 'x').href).toBe('mailto:?subject=%EF%BF%BD&body=x');
});
