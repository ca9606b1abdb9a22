const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Names and words of which synthetic conferences are made. */
export const givenNames =
  list(`Agata Björn Camila Dmitri Esra Fabio Grace Hamid Iris Jasper Keiko Liam Mirela Nils Olivia Pablo Qiang
  Renata Stella Tobias Ursula Vikram Wanda Xenia Yusuf Zora Amélie Bogdan Cecilia Dario Edith Farida Goran Heidi Ismael Jolanta Karim
  Letizia Magnus Nour Orla Paolo Rafaela Sebastian Tamara Uwe Violeta William Ximena Yara Zbigniew`);

export const familyNames =
  list(`Abbott Andersson Bakker Barros Bauer Bianco Borg Brunner Calvo Cardoso Castro Chandra Conti Cruz Dahl
  Delgado Dietrich Duarte Ekström Eriksen Farkas Ferreira Fontana Forster Fuchs Gallo Georgiou Ghosh Gomez Grant Gruber Haas Hakimi
  Harris Hashimoto Hofer Hughes Iqbal Jain Janssen Jung Kaminski Kaur Keller Khalil Kimura Klein Kovács Krüger Lang Larsen Leclerc
  Lehmann Leone Lindgren Lopes Maier Malik Marino Mehta Meyer Molina Moser Mwangi Naidoo Nakamura Neumann Nielsen Novotny Okoye Olsen
  Ortiz Pavlov Pereira Peters Pinto Popov Quinn Ramos Reyes Ribeiro Richter Rizzo Roth Russo Santoro Schmitz Seidel Serrano Shah Simon
  Sokolov Sousa Stein Svensson Takahashi Teixeira Thomas Toth Vargas Vogel Wagner Walsh Weiss Wolf Yamada Yang Zanetti Ziegler Smith`);

export const places =
  list(`Aarhus Bari Coimbra Dresden Eger Faro Groningen Haifa Ioannina Jyväskylä Kassel Lund Maribor Novara Oslo
  Pécs Reims Split Trondheim Udine Varna Waterloo Yerevan Zaragoza`);

export const fields =
  list(`Governance Participation Platforms Privacy Procurement Health Mobility Energy Education Identity Archives
  Open-data Elections Social-care Taxation Planning Emergency Libraries Statistics Volunteering`);

export const angles = ['theory', 'cases', 'methods', 'evaluation', 'design', 'policy'];

export const adjectives =
  list(`civic shared local digital fragile durable plural contested visible hidden small open careful public
  regional mutual voluntary informal accountable reusable`);

export const nouns =
  list(`services registers councils platforms offices residents volunteers records protocols contracts forums maps
  clinics schools sensors networks budgets letters archives portals`);

export const verbs = list(
  `shapes follows replaces supports weakens reveals delays invites measures shifts joins divides`,
);

export const common =
  list(`the of and to in for with we our that this on by is are which from under between across over each both
  however moreover evidence interviews findings cases practice effects change work people years analysis question answer several few`);
