import type { ColumnMapping, Field } from '../ledger';
import { headerWords } from './headerText';

const listed = (names: string): readonly string[] => names.split(',').map(name => name.trim());

/** What the same is called in German, French, Spanish, Italian, Dutch, Portuguese and the Scandinavian languages. */
const balances = `
  saldo, offener saldo, kontosaldo, solde, solde progressif, saldo progressivo, saldo acumulado, saldo contabile,
  saldo konto
`;

/**
 * Headers of a ledger in other languages written with Latin letters, as `headerWords` writes them: without accents. Only words that mean one
 * thing in a list of receivables are here, and only whole headers count: `Betrag`, but not `Betrag ohne MwSt`.
 */
export const continentalNames: Readonly<Partial<Record<Field, readonly string[]>>> = {
  customer: listed(`
    kundenname, kunde, debitor, debitorenname, firma, kontobezeichnung, kontoname, name des kunden, debitorname,
    name kunde, schuldner, name debitor,
    nom du client, nom client, raison sociale, intitule du compte, intitule, tiers, nom du tiers, debiteur, nom,
    nombre del cliente, nombre cliente, razon social, cliente, nombre, deudor,
    ragione sociale, denominazione, nome cliente, intestatario, descrizione cliente, ragione sociale cliente,
    klantnaam, klant, naam debiteur, debiteurnaam, naam, relatienaam, relatie, bedrijfsnaam, naam klant,
    nome do cliente, razao social, nome cliente, nome,
    kundnamn, kund, kundenavn, kundens namn, debitornavn, namn, navn
  `),
  customerNumber: listed(`
    kundennummer, kunden nr, kundennr, debitorennummer, debitoren nr, debitor nr, debitorennr, debitorenkonto,
    kontonummer, konto nr, konto, kd nr, kundenkonto, personenkonto,
    code client, n client, no client, numero client, numero de client, compte client, code tiers, n compte, no compte,
    compte, compte tiers,
    codigo cliente, codigo de cliente, codigo del cliente, n cliente, no cliente, numero cliente, cod cliente, codigo,
    cuenta,
    codice cliente, codice, conto, codice conto,
    debiteurnummer, debiteurennummer, debiteur nr, deb nr, klantnummer, klantnr, klantcode, relatiecode,
    relatienummer, debiteurcode,
    codigo do cliente, cod do cliente,
    kundnr, kundnummer, kundenr, kundenummer, debitornr, debitornummer,
    kunde, debitor, klant, cliente, debiteur, kund, relatie, tiers
  `),
  document: listed(`
    rechnungsnummer, rechnungs nr, rechnungsnr, rechnung nr, rechnung, re nr, rg nr, belegnummer, beleg nr, belegnr, beleg,
    belegfeld 1, belegfeld, op nummer, op nr, rechnung nummer,
    numero de facture, numero facture, n facture, no facture, n de facture, no de facture, facture, n piece,
    no piece, n de piece, no de piece, numero de piece, numero piece, piece,
    numero de factura, numero factura, n factura, no factura, n de factura, no de factura, num factura, factura,
    n documento, no documento, numero documento, numero de documento, documento, n doc, num documento,
    numero fattura, n fattura, no fattura, num fattura, fattura, n partita, numero partita,
    factuurnummer, factuurnr, factuur nr, factuur, boekstuknummer, boekstuknr, boekstuk, factnr,
    numero do titulo, titulo, no titulo, numero da fatura, numero do documento, fatura, nota fiscal,
    numero da nota,
    fakturanr, fakturanummer, faktura nr, faktura, bilagsnr, bilagsnummer, bilag
  `),
  documentType: listed(`
    belegart, dokumentart, rechnungsart, vorgangsart, buchungsart,
    type de piece, type piece, type de document, nature de la piece,
    tipo de documento, tipo documento, tipo doc, tipo, tipo di documento,
    soort, documentsoort, soort boeking, boekingssoort,
    fakturatyp, typ, bilagstype, art
  `),
  invoiceDate: listed(`
    rechnungsdatum, belegdatum, datum, buchungsdatum, re datum, rg datum, ausstellungsdatum, rechnung vom,
    date de facture, date facture, date de la facture, date piece, date de piece, date comptable, date d emission,
    date ecriture, date de facturation,
    fecha de factura, fecha factura, fecha de emision, fecha emision, fecha documento, fecha, fecha de documento,
    data fattura, data documento, data di emissione, data emissione, data registrazione, data doc, data,
    factuurdatum, boekdatum, boekingsdatum, fact datum,
    data de emissao, data emissao, emissao, data da fatura, data do documento,
    fakturadatum, fakturadato, bokforingsdatum, bogforingsdato, bokforingsdato, bilagsdato, dato
  `),
  dueDate: listed(`
    falligkeit, faelligkeit, fallig am, faellig am, falligkeitsdatum, faelligkeitsdatum, fallig, zahlbar bis,
    nettofalligkeit, faellig, falligkeitstag, zahlungstermin, zahlungsziel, zahlungsfrist,
    date d echeance, date echeance, echeance, echeance le, date limite de paiement,
    fecha de vencimiento, fecha vencimiento, vencimiento, fecha vto, vto, vence,
    data di scadenza, data scadenza, scadenza,
    vervaldatum, vervaldag, verv dat, verv datum, vervalt op,
    data de vencimento, data vencimento, vencimento,
    forfallodatum, forfallodag, forfallodat, forfaldsdato, forfallsdato, forfald, forfall
  `),
  paidDate: listed(`
    zahlungsdatum, bezahlt am, zahldatum, zahlung am, ausgleichsdatum, zahlungseingang,
    date de reglement, date reglement, date de paiement, date paiement, regle le, paye le, date d encaissement,
    fecha de cobro, fecha cobro, fecha de pago, fecha pago,
    data incasso, data pagamento, data di pagamento, data di incasso,
    betaaldatum, betaald op, datum betaling, betalingsdatum,
    data de pagamento, data de recebimento, data recebimento,
    betaldatum, betalningsdatum, betalingsdato, betalt den
  `),
  amount: listed(`
    rechnungsbetrag, bruttobetrag, betrag, gesamtbetrag, rechnungssumme, betrag brutto, brutto, umsatz,
    ursprungsbetrag, rechnungsbetrag brutto, bruttosumme, endbetrag, betrag in hauswahrung, betrag hauswahrung,
    betrag in belegwahrung, betrag belegwahrung, betrag in hw, betrag in bw,
    montant ttc, total ttc, montant de la facture, montant facture, montant, ttc, montant total, montant initial,
    importe total, importe de la factura, importe factura, total factura, importe, monto, monto total,
    importo totale, importo documento, totale documento, totale fattura, importo fattura, importo,
    factuurbedrag, totaalbedrag, bedrag, bedrag incl btw, bedrag in eur, factuurtotaal,
    valor total, valor original, valor do titulo, valor da fatura, valor,
    fakturabelopp, totalbelopp, belopp, totalt, fakturabelob, fakturabelop, belob, belop, total belopp
  `),
  openAmount: listed(`
    offener betrag, offen, offener posten, noch offen, restbetrag, offener rest, offene forderung, rest offen, restforderung,
    betrag offen, zahlbetrag offen, op betrag, offene summe,
    solde du, reste a payer, reste du, restant du, montant du, solde restant, reste a regler, montant restant du,
    montant restant, impaye, restant a payer, reste a encaisser,
    importe pendiente, pendiente, saldo pendiente, pendiente de cobro, por cobrar, pendiente cobro,
    importo residuo, residuo, importo aperto, da incassare, da saldare, saldo residuo, scoperto, importo da incassare,
    openstaand bedrag, openstaand, open bedrag, nog te betalen, openstaand saldo, resterend bedrag, nog te ontvangen,
    saldo em aberto, valor em aberto, em aberto, saldo devedor, valor pendente, a receber, valor a receber,
    kvar att betala, restbelopp, att betala, kvarstaende belopp, utestaende, utestaende belopp, restbelob, restbelop,
    restsaldo, rest, utestaende belop,
    ${balances}
  `),
  paidAmount: listed(`
    bezahlt, bezahlter betrag, gezahlt, gezahlter betrag, bereits bezahlt, zahlung, zahlungen, davon bezahlt,
    montant regle, regle, montant paye, paye, deja regle, deja paye, encaisse, reglements,
    importe cobrado, cobrado, pagado, importe pagado,
    importo incassato, incassato, importo pagato, pagato,
    betaald bedrag, betaald, ontvangen, reeds betaald,
    valor pago, pago, valor recebido, recebido,
    betalt belopp, betalt, inbetalt, betalt belob, betalt belop
  `),
  debit: listed(`
    soll, sollbetrag, umsatz soll, betrag soll, soll betrag, montant debit, debe, importe debe, dare, importo dare,
    debet, debito, valor debito
  `),
  credit: listed(`
    haben, habenbetrag, umsatz haben, betrag haben, haben betrag, montant credit, haber, importe haber, avere,
    importo avere, kredit, credito, valor credito
  `),
  runningBalance: listed(balances),
  currency: listed(`
    wahrung, waehrung, wkz, belegwahrung, belegwaehrung, hauswahrung, hauswaehrung, wahrungskennzeichen, devise, monnaie, code devise, divisa, moneda, moeda,
    valuta, val, valutacode, valutakod, valutakode
  `),
  termsDays: listed(`
    zahlungsziel, zahlungsbedingungen, zahlungsbedingung, zahlungsfrist, zahlungsziel tage,
    conditions de paiement, delai de paiement, conditions de reglement, delai de reglement,
    condiciones de pago, plazo de pago, condizioni di pagamento, termini di pagamento,
    betalingsconditie, betaaltermijn, betalingstermijn, condicoes de pagamento, prazo de pagamento,
    betalningsvillkor, betalingsbetingelser
  `),
  creditLimit: listed(`
    kreditlimit, kreditlimite, kreditrahmen, kreditlinie, plafond de credit, limite de credit, encours autorise, limite de credito, riesgo maximo,
    fido, fido concesso, limite di credito, kredietlimiet, kreditgrans, kreditgrense, kreditmax
  `),
  disputed: listed(
    'strittig, reklamiert, en litige, litige, en disputa, contestato, betwist, em disputa, tvist',
  ),
};

/** The currency of a column, written behind its name: `Betrag EUR`. */
const currencyBehind = / (?:in )?(?:eur|euro|chf|sek|nok|dkk|brl|usd|gbp)$/;

/**
 * Take the words of a header without the currency behind them.
 *
 * @example withoutCurrency('betrag eur') //=> 'betrag'
 */
export const withoutCurrency = (words: string): string => words.replace(currencyBehind, '');

/** One heading alone may be of another language than the sheet (`Total`). */
const fewestHeadings = 2;

/**
 * Tell whether headings of a ledger are in one of these languages, at least two of them and most of those that were recognised.
 *
 * @example areContinental([{ field: 'amount', header: 'Betrag', … }, { field: 'dueDate', header: 'Fälligkeit', … }]) //=> true
 */
export function areContinental(columns: readonly ColumnMapping[]): boolean {
  const known = columns.filter(({ field, header }) =>
    continentalNames[field]?.includes(withoutCurrency(headerWords(header))),
  );
  return known.length >= fewestHeadings && known.length * 2 > columns.length;
}
