/** The acts and decrees that a grondslag names. `bwb`: identifier at wetten.overheid.nl. */
export const regelingen = {
	Wi2021: { naam: 'Wet inburgering 2021', bwb: 'BWBR0044770' },
	Bi2021: { naam: 'Besluit inburgering 2021', bwb: 'BWBR0045555' },
	Ri2021: { naam: 'Regeling inburgering 2021', bwb: 'BWBR0045574' },
	Pw: { naam: 'Participatiewet', bwb: 'BWBR0015703' },
	Awb: { naam: 'Algemene wet bestuursrecht', bwb: 'BWBR0005537' },
	Atw: { naam: 'Algemene termijnenwet', bwb: 'BWBR0002448' },
	AOW: { naam: 'Algemene Ouderdomswet', bwb: 'BWBR0002221' }
} as const;

/** Every article that a rule, a parameter or a step cites, with a short title of our own. */
export const titels = {
	'Wi2021 art. 3 lid 1': 'Wie moet inburgeren',
	'Wi2021 art. 3 lid 2': 'Wie niet hoeft in te burgeren',
	'Wi2021 art. 4 lid 1': 'Vrijstelling',
	'Wi2021 art. 5': 'Ontheffing',
	'Wi2021 art. 6 lid 1': 'Onderdelen van de inburgeringsplicht',
	'Wi2021 art. 6 lid 2': 'Diploma of certificaat',
	'Wi2021 art. 6 lid 3': 'Participatieverklaringstraject',
	'Wi2021 art. 6 lid 4': 'Inhoud van het participatieverklaringstraject',
	'Wi2021 art. 6 lid 5': 'Ondertekening van de participatieverklaring',
	'Wi2021 art. 6 lid 6': 'Module Arbeidsmarkt en Participatie',
	'Wi2021 art. 7': 'B1-route',
	'Wi2021 art. 8': 'Onderwijsroute',
	'Wi2021 art. 8 lid 3': 'Geen module in de onderwijsroute',
	'Wi2021 art. 8 lid 4': 'Examen in plaats van het taalschakeltraject',
	'Wi2021 art. 9': 'Zelfredzaamheidsroute',
	'Wi2021 art. 11 lid 1': 'Drie jaar om in te burgeren',
	'Wi2021 art. 11 lid 2': 'Begin van de inburgeringstermijn',
	'Wi2021 art. 11 lid 3': 'Geen nieuw begin bij een nieuw PIP',
	'Wi2021 art. 12': 'Verlenging van de inburgeringstermijn',
	'Wi2021 art. 13': 'Maatschappelijke begeleiding',
	'Wi2021 art. 13 lid 1': 'Asielstatushouders',
	'Wi2021 art. 14': 'Brede intake',
	'Wi2021 art. 15': 'Persoonlijk plan inburgering en participatie',
	'Wi2021 art. 15 lid 4': 'PIP na verhuizing',
	'Wi2021 art. 16': 'Inburgeringsaanbod',
	'Wi2021 art. 17 lid 1': 'Begeleiding en voortgang',
	'Wi2021 art. 17 lid 2': 'Schakelen naar een andere leerroute',
	'Wi2021 art. 17 lid 3': 'Afschalen naar A2',
	'Wi2021 art. 19': 'Gezinsmigranten en overige migranten: lening',
	'Wi2021 art. 20': 'Hoogte van de lening',
	'Wi2021 art. 22': 'Meewerken aan de brede intake',
	'Wi2021 art. 23': 'Meewerken aan de begeleiding',
	'Wi2021 art. 35 lid 4': 'Gegevens naar de nieuwe gemeente',
	'Wi2021 art. 54 lid 1': 'Overgang van de Wet inburgering 2013',
	'Bi2021 art. 1.1': 'Begrippen',
	'Bi2021 art. 2.1 lid 2': 'Onderbreking van ten hoogste een jaar',
	'Bi2021 art. 2.2': 'Verblijf voor een tijdelijk doel',
	'Bi2021 art. 3.1': 'Participatieverklaringstraject: uren en afronding',
	'Bi2021 art. 3.2': 'Module Arbeidsmarkt en Participatie: thema’s',
	'Bi2021 art. 3.7 lid 2': 'Kosteloze examenpogingen',
	'Bi2021 art. 3.14': 'Zelfredzaamheidsroute: uren en eindgesprek',
	'Bi2021 art. 3.14 lid 7': 'Examens in de zelfredzaamheidsroute',
	'Bi2021 art. 3.15': 'Inburgeringsdiploma',
	'Bi2021 art. 3.16': 'Inburgeringscertificaat',
	'Bi2021 art. 4.2': 'Verlenging na een onderbreking',
	'Bi2021 art. 4.3': 'Gronden voor verlenging',
	'Bi2021 art. 4.4': 'Verlenging als de inburgering bijna klaar is',
	'Bi2021 art. 4.5': 'Aanvraag van verlenging',
	'Bi2021 art. 5.1': 'Inhoud van de maatschappelijke begeleiding',
	'Bi2021 art. 5.2': 'Inhoud van de brede intake',
	'Bi2021 art. 5.3 lid 1': 'Tien weken voor het PIP',
	'Bi2021 art. 5.3 lid 2': 'Wachten op informatie van anderen',
	'Bi2021 art. 5.3 lid 3': 'Tien weken na een verhuizing',
	'Bi2021 art. 5.3 lid 4': 'Inhoud van het PIP',
	'Bi2021 art. 5.4': 'Schakelen: tot anderhalf jaar',
	'Bi2021 art. 5.5': 'Afschalen: 600 uur en voldoende inspanning',
	'Bi2021 art. 6.2': 'Waarvoor de lening is',
	'Bi2021 art. 9.1': 'Kennisgeving van de inburgeringsplicht',
	'Bi2021 art. 9.2': 'Gegevens over het traject naar DUO',
	'Bi2021 art. 9.3': 'Dagtekening van het PIP naar DUO',
	'Bi2021 art. 12.1a lid 4': 'Begeleiding onder de Wet inburgering 2013',
	'Ri2021 art. 3.1': 'Module: praktijkuren en eindgesprek',
	'Ri2021 art. 3.4': 'Examengeld',
	'Ri2021 art. 3.5': 'Twee kosteloze pogingen',
	'Ri2021 art. 3.16': 'Minder cursusuren in de zelfredzaamheidsroute',
	'Ri2021 art. 4.1': 'Gronden voor verlenging en hun duur',
	'Ri2021 art. 4.1 lid 1 onder g': 'Geen tijdig inburgeringsaanbod',
	'Ri2021 art. 5.1': 'Leerbaarheidstoets',
	'Ri2021 art. 6.1': 'Hoogte van de lening',
	'Ri2021 art. 6.8': 'Draagkracht',
	'Pw art. 56a lid 1': 'Ontzorgen: vaste lasten betaald door het college',
	'Pw art. 56a lid 2': 'Ontzorgen: zes maanden',
	'Awb art. 6:7': 'Zes weken voor bezwaar',
	'Awb art. 6:8': 'Begin van de bezwaartermijn',
	'Awb art. 6:16': 'Bezwaar schorst niet',
	'Atw art. 1': 'Een termijn eindigt niet in het weekend',
	'Atw art. 3': 'Feestdagen',
	'Atw art. 5': 'Ook voor algemene maatregelen van bestuur',
	'AOW art. 7a': 'AOW-leeftijd',
	'HvJ EU 4 februari 2025, C-158/23': 'Geen stelselmatige boete voor asielstatushouders',
	'RvS 9 juli 2025': 'Boetes en leningen van asielstatushouders',
	'RvS 18 februari 2026': 'Boetes en leningen van asielstatushouders, vervolg',
	'lokaal beleid': 'Werkwijze van de gemeente'
} as const;

export type Grondslag = keyof typeof titels;

/** What is not in an act: rulings, and what the municipality itself decided (no public address). */
const elders: Partial<Record<string, string>> = {
	'HvJ EU 4 februari 2025, C-158/23': 'https://curia.europa.eu/juris/liste.jsf?num=C-158/23',
	'RvS 9 juli 2025':
		'https://www.rijksoverheid.nl/actueel/nieuws/2025/07/09/uitspraak-raad-van-state-in-zaak-boetes-en-leningen-inburgering',
	'RvS 18 februari 2026': 'https://www.rijksoverheid.nl/actueel/nieuws/2026/02/19'
};

/** `url` is null only for lokaal beleid; `artikel` and `lid` are null where there is none. */
export type Artikel = {
	code: Grondslag;
	titel: string;
	wet: string | null;
	artikel: string | null;
	lid: string | null;
	url: string | null;
};

/** The article behind a grondslag, with the address where it can be read. */
export function artikel(code: Grondslag): Artikel {
	const titel = titels[code];
	const parts = /^(\w+) art\. (\S+)(?: lid (\d+))?(?: onder (\w))?$/.exec(code);
	const regeling = parts && regelingen[parts[1] as keyof typeof regelingen];
	if (!parts || !regeling)
		return { code, titel, wet: null, artikel: null, lid: null, url: elders[code] ?? null };
	const [, , nummer = null, lid = null] = parts;
	const url = `https://wetten.overheid.nl/jci1.3:c:${regeling.bwb}&artikel=${nummer}${lid ? `&lid=${lid}` : ''}`;
	return { code, titel, wet: regeling.naam, artikel: nummer, lid, url };
}
