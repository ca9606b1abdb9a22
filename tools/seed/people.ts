import type { CastMember } from '@convoke/domain/testing';
import { cast } from '@convoke/domain/testing';

export interface DemoPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly affiliation: string;
  readonly country: string;
  readonly address: string;
}

function person(name: string, affiliation: string, country: string): DemoPerson {
  const [givenName = '', ...rest] = name.split(' ');
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/ø/g, 'o');
  const address = `${plain.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`;
  return { givenName, familyName: rest.join(' '), affiliation, country, address };
}

const castCountries: Readonly<Partial<Record<keyof typeof cast, string>>> = {
  chidi: 'NG',
  tala: 'AT',
  ada: 'IT',
  ravi: 'IN',
  marta: 'PL',
  cleo: 'FR',
  hanna: 'SE',
  olu: 'NG',
  gwen: 'GB',
  eva: 'AT',
  bruno: 'IT',
  ines: 'PT',
};

/** A member of the cast as an author or reviewer of the demo. */
export function ofCast(name: keyof typeof cast): DemoPerson & Pick<CastMember, 'id'> {
  const { id, givenName, familyName, affiliation, email } = cast[name];
  return { id, givenName, familyName, affiliation, address: email, country: castCountries[name] ?? '' };
}

/** Reviewers of the committee besides the cast. */
export const reviewers = {
  ilaria: person('Ilaria Greco', 'Università del Salento', 'IT'),
  jonas: person('Jonas Weidmann', 'Universität St. Gallen', 'CH'),
  sofia: person('Sofia Almeida', 'Universidade do Minho', 'PT'),
  pieter: person('Pieter Hoekstra', 'Universiteit Twente', 'NL'),
  nuria: person('Núria Vidal', 'Universitat Pompeu Fabra', 'ES'),
  kaisa: person('Kaisa Rautio', 'Tampereen yliopisto', 'FI'),
  dimitra: person('Dimitra Kalogerou', 'University of the Aegean', 'GR'),
  owen: person('Owen Gallagher', 'University of Galway', 'IE'),
  lucie: person('Lucie Horáková', 'Masarykova univerzita', 'CZ'),
  stefano: person('Stefano Barbieri', 'Università di Trento', 'IT'),
  mireille: person('Mireille Fontaine', 'Université de Namur', 'BE'),
  anders: person('Anders Kjeldsen', 'Aalborg Universitet', 'DK'),
  petra: person('Petra Zupan', 'Univerza v Ljubljani', 'SI'),
  tomasz: person('Tomasz Wilk', 'Uniwersytet Ekonomiczny w Krakowie', 'PL'),
} as const satisfies Record<string, DemoPerson>;

export type ReviewerKey = keyof typeof reviewers | 'ravi' | 'marta' | 'cleo' | 'hanna';

/** Topics of ITAIS, from 1, that somebody declared an interest in. */
export const interests: Readonly<Record<ReviewerKey, readonly number[]>> = {
  ravi: [2, 5, 6, 11],
  marta: [1, 3, 7, 10],
  cleo: [4, 8, 9],
  hanna: [6, 10, 11],
  ilaria: [3, 7, 8],
  jonas: [1, 2, 9],
  sofia: [5, 6, 10],
  pieter: [2, 8, 11],
  nuria: [3, 6, 7],
  kaisa: [7, 9, 11],
  dimitra: [4, 5, 10],
  owen: [1, 7, 8],
  lucie: [2, 4, 9],
  stefano: [3, 6, 11],
  mireille: [5, 8, 9],
  anders: [1, 2, 7],
  petra: [4, 6, 10],
  tomasz: [3, 5, 11],
};

/** Invented authors; the demo deals them out to the papers. Only those who are contact of a paper have an account. */
export const authors: readonly DemoPerson[] = [
  person('Giulia Mancini', 'Università di Bologna', 'IT'),
  person('Henrik Solberg', 'Universitetet i Agder', 'NO'),
  person('Carmen Ortega', 'Universidad de Granada', 'ES'),
  person('Matteo Fabbri', 'Sapienza Università di Roma', 'IT'),
  person('Aoife Brennan', 'Dublin City University', 'IE'),
  person('Yannis Makris', 'University of Macedonia', 'GR'),
  person('Elif Arslan', 'Sabancı Üniversitesi', 'TR'),
  person('Benedikt Auer', 'Universität Innsbruck', 'AT'),
  person('Chiara Lombardi', 'Università di Pavia', 'IT'),
  person('Rosalie Verhoeven', 'KU Leuven', 'BE'),
  person('Davide Moretti', 'Università di Cagliari', 'IT'),
  person('Ewa Jabłońska', 'Politechnika Gdańska', 'PL'),
  person('Samuel Osei', 'University of Ghana', 'GH'),
  person('Margarida Pires', 'Universidade de Coimbra', 'PT'),
  person('Lorenzo Vitale', 'Università di Palermo', 'IT'),
  person('Ingeborg Thalmann', 'Hochschule für Wirtschaft und Recht Berlin', 'DE'),
  person('Noémie Caron', 'Sciences Po Grenoble', 'FR'),
  person('Francesca Riva', 'Politecnico di Milano', 'IT'),
  person('Mikael Strand', 'Linköpings universitet', 'SE'),
  person('Valentina Serra', 'Università di Sassari', 'IT'),
  person('Thabo Nkosi', 'University of Pretoria', 'ZA'),
  person('Katarína Bielik', 'Univerzita Komenského v Bratislave', 'SK'),
  person('Alessio Marchetti', 'Università di Genova', 'IT'),
  person('Fiona Drummond', 'University of Strathclyde', 'GB'),
  person('Roberto Esposito', 'Università di Napoli Federico II', 'IT'),
  person('Liisa Tamm', 'Tartu Ülikool', 'EE'),
  person('Beatrice Galli', 'Università Cattolica del Sacro Cuore', 'IT'),
  person('Quentin Lambert', 'Université libre de Bruxelles', 'BE'),
  person('Sara Benedetti', 'Università di Perugia', 'IT'),
  person('Jakub Sedlák', 'Univerzita Karlova', 'CZ'),
  person('Teresa Quintana', 'Universidad Complutense de Madrid', 'ES'),
  person('Enrico Donati', 'Università di Siena', 'IT'),
  person('Maren Petersen', 'Universität Bremen', 'DE'),
  person('Paolo Bertani', 'Università di Brescia', 'IT'),
  person('Ruxandra Ionescu', 'Universitatea Babeș-Bolyai', 'RO'),
  person('Nadia Haddad', 'Université Mohammed V', 'MA'),
  person('Oskar Lindholm', 'Åbo Akademi', 'FI'),
  person('Simona Tosi', 'Università di Modena e Reggio Emilia', 'IT'),
  person('Gabriel Montero', 'Universidad de Chile', 'CL'),
  person('Elena Ricciardi', 'Università di Salerno', 'IT'),
];
