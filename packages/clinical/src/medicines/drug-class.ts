/**
 * Classes of ingredients: by chemistry for allergies, by effect for interactions and duplicate therapy. A class lies
 * within its parents, so a penicillin is a beta-lactam wherever a rule says so.
 */

export interface DrugClass {
  readonly id: string;
  /** In the plural, for sentences: `penicillins`. */
  readonly label: string;
  readonly parents: readonly string[];
}

/** id | label | parents */
const TABLE = `
beta-lactam | beta-lactam antibiotics |
penicillin | penicillins | beta-lactam
natural-penicillin | natural penicillins | penicillin
aminopenicillin | aminopenicillins | penicillin
antistaphylococcal-penicillin | penicillins for staphylococci | penicillin
extended-penicillin | extended-spectrum penicillins | penicillin
beta-lactamase-inhibitor | beta-lactamase inhibitors |
cephalosporin | cephalosporins | beta-lactam
cephalosporin-1 | first-generation cephalosporins | cephalosporin
cephalosporin-2 | second-generation cephalosporins | cephalosporin
cephalosporin-3 | third-generation cephalosporins | cephalosporin
cephalosporin-4 | fourth- and fifth-generation cephalosporins | cephalosporin
carbapenem | carbapenems | beta-lactam
monobactam | monobactams | beta-lactam
side-chain-amoxicillin | beta-lactams with the side chain of amoxicillin | side-chain-amino
side-chain-ampicillin | beta-lactams with the side chain of ampicillin | side-chain-amino
side-chain-amino | aminopenicillins and the cephalosporins that share or resemble their side chain |
side-chain-methoxyimino | cephalosporins with the methoxyimino side chain of ceftriaxone |
side-chain-ceftazidime | beta-lactams with the side chain of ceftazidime |
side-chain-cefdinir | cefdinir and cefixime, whose side chains resemble each other |
macrolide | macrolides |
ketolide | ketolides | macrolide
ergot-blocking-macrolide | macrolides that hold up ergot alkaloids |
sulfonamide-antibiotic | sulfonamide antibiotics |
sulfonamide-other | drugs with a sulfonamide group that are not antibiotics |
sulfone | sulfones |
folate-antagonist | folate antagonists |
nitrofuran | nitrofurans |
lincosamide | lincosamides |
nitroimidazole | nitroimidazoles |
fluoroquinolone | fluoroquinolones |
tetracycline-class | tetracyclines |
aminoglycoside | aminoglycosides |
glycopeptide | glycopeptides |
oxazolidinone | oxazolidinones |
rifamycin | rifamycins |
rifamycin-gut | rifamycins that stay in the gut | rifamycin
antitubercular | drugs for tuberculosis |
polyene | polyene antifungals |
azole-antifungal | azole antifungals |
azole-topical | azole antifungals for the skin |
allylamine | allylamine antifungals |
nucleoside-antiviral | antivirals for herpes viruses |
neuraminidase-inhibitor | neuraminidase inhibitors |
pediculicide | treatments for lice |
benzimidazole | benzimidazoles |
aminoquinoline | aminoquinolines |
cinchona | cinchona alkaloids |
hiv-protease-inhibitor | HIV protease inhibitors |
nsaid | nonsteroidal anti-inflammatory drugs (NSAIDs) |
coxib | COX-2 selective NSAIDs |
salicylate | salicylates |
salicylate-bowel | aminosalicylates |
bismuth | bismuth salts | polyvalent-cation
opioid | opioids | sedative
serotonergic-opioid | opioids that raise serotonin |
phenanthrene-opioid | opioids related to morphine |
opioid-antagonist | opioid antagonists |
antitussive | cough suppressants |
expectorant | expectorants |
ssri | SSRIs | serotonin-reuptake-inhibitor
snri | SNRIs | serotonin-reuptake-inhibitor
serotonin-reuptake-inhibitor | antidepressants that block serotonin reuptake | serotonergic
serotonergic-other | other drugs that raise serotonin | serotonergic
serotonergic | drugs that raise serotonin |
tca | tricyclic antidepressants |
tricyclic-relaxant | muscle relaxants built like a tricyclic antidepressant |
norepinephrine-reuptake-inhibitor | norepinephrine reuptake inhibitors |
seizure-threshold | drugs that lower the seizure threshold |
maoi | MAO inhibitors |
weak-maoi | drugs that also inhibit MAO |
amphetamine-like | amphetamines and other stimulants | sympathomimetic
decongestant | oral decongestants | sympathomimetic
topical-decongestant | decongestants for the nose |
sympathomimetic-other | other sympathomimetics | sympathomimetic
sympathomimetic | sympathomimetics |
alpha2-agonist | alpha-2 agonists |
alpha1-blocker | alpha blockers |
wakefulness | wakefulness agents |
benzodiazepine | benzodiazepines | sedative
barbiturate | barbiturates | sedative
z-drug | hypnotics like zolpidem |
sedative | sedating drugs |
melatonin-agonist | melatonin receptor agonists |
antipsychotic | antipsychotics |
phenothiazine | phenothiazines |
antiepileptic | antiepileptic drugs |
aromatic-antiepileptic | aromatic antiepileptic drugs |
gabapentinoid | gabapentinoids | sedative
triptan | triptans |
triptan-mao | triptans broken down by MAO |
ergot | ergot alkaloids |
muscle-relaxant | muscle relaxants | sedative
anticholinergic | anticholinergics |
cholinesterase-inhibitor | cholinesterase inhibitors |
dopaminergic | dopaminergic drugs |
volatile-anaesthetic | volatile anesthetics |
anaesthetic | anesthetics |
amide-anaesthetic | local anesthetics of the amide type |
ester-anaesthetic | local anesthetics of the ester type |
saba | short-acting beta agonists |
laba | long-acting beta agonists |
inhaled-anticholinergic | inhaled anticholinergics |
local-corticosteroid | corticosteroids for airways, nose or skin | corticosteroid
corticosteroid-mixed | corticosteroids for the skin or by mouth | corticosteroid
systemic-corticosteroid | systemic corticosteroids | corticosteroid
corticosteroid | corticosteroids |
leukotriene-antagonist | leukotriene antagonists |
methylxanthine | theophyllines |
h1-non-sedating | second-generation antihistamines | h1-antihistamine
h1-sedating | first-generation antihistamines | h1-antihistamine
h1-antihistamine | antihistamines |
ppi | proton pump inhibitors |
h2-blocker | H2 blockers |
5ht3-antagonist | 5-HT3 antagonists |
dopamine-antiemetic | antiemetics that block dopamine |
laxative | laxatives |
antidiarrheal | antidiarrheals |
polyvalent-cation | calcium, magnesium, aluminum, iron and zinc |
calcium-salt | calcium salts |
iron | iron salts |
cation-bound | drugs that minerals bind in the gut |
ace-inhibitor | ACE inhibitors | renin-angiotensin, potassium-raising
arb | angiotensin receptor blockers | renin-angiotensin, potassium-raising
renin-inhibitor | renin inhibitors | renin-angiotensin, potassium-raising
renin-angiotensin | drugs that block the renin-angiotensin system |
neprilysin-inhibitor | neprilysin inhibitors |
potassium-sparing | potassium-sparing diuretics |
potassium-salt | potassium salts |
potassium-raising | drugs that raise potassium |
calcium-blocker-dihydropyridine | dihydropyridine calcium channel blockers |
calcium-blocker-rate | calcium channel blockers that slow the heart |
beta-blocker | beta blockers |
beta-blocker-nonselective | non-selective beta blockers |
thiazide | thiazide diuretics |
loop-diuretic | loop diuretics |
carbonic-anhydrase-inhibitor | carbonic anhydrase inhibitors |
antiarrhythmic | antiarrhythmics |
nitrate | nitrates |
pde5-inhibitor | PDE-5 inhibitors |
statin | statins |
statin-3a4 | statins broken down by CYP3A4 |
statin-3a4-partly | statins partly broken down by CYP3A4 |
fibrate | fibrates |
anticoagulant | anticoagulants |
vitamin-k-antagonist | vitamin K antagonists |
factor-xa-inhibitor | factor Xa inhibitors |
heparin-like | heparins |
antiplatelet | antiplatelet drugs |
thyroid-hormone | thyroid hormones |
antithyroid | antithyroid drugs |
biguanide | biguanides |
sulfonylurea | sulfonylureas |
glitazone | glitazones |
dpp4-inhibitor | DPP-4 inhibitors |
sglt2-inhibitor | SGLT2 inhibitors |
glp1-agonist | GLP-1 receptor agonists |
insulin-long | long-acting insulins |
insulin-rapid | short-acting insulins |
estrogen | estrogens |
progestin | progestins |
progestin-receptor | progesterone receptor modulators |
bladder-antimuscarinic | bladder antimuscarinics |
xanthine-oxidase-inhibitor | xanthine oxidase inhibitors |
thiopurine | thiopurines |
calcineurin-inhibitor | calcineurin inhibitors |
bisphosphonate | bisphosphonates |
oral-retinoid | oral retinoids |
topical-retinoid | retinoids for the skin |
vitamin-d | vitamin D |
alcohol-reaction | drugs that make alcohol intolerable |
acid-dependent | drugs that need stomach acid |
qt-prolonging | drugs known to prolong the QT interval |
qt-possible | drugs that may prolong the QT interval |
cyp3a4-strong-inhibitor | strong inhibitors of CYP3A4 | cyp3a4-inhibitor
cyp3a4-moderate-inhibitor | moderate inhibitors of CYP3A4 | cyp3a4-inhibitor
cyp3a4-inhibitor | inhibitors of CYP3A4 |
cyp3a4-substrate | drugs broken down by CYP3A4 |
cyp3a4-substrate-contraindicated | drugs not to be given with a strong CYP3A4 inhibitor | cyp3a4-substrate
cyp3a4-sedative | sedatives broken down by CYP3A4 | cyp3a4-substrate
cyp3a4-steroid | corticosteroids broken down by CYP3A4 | cyp3a4-substrate
cyp1a2-strong-inhibitor | strong inhibitors of CYP1A2 | cyp1a2-inhibitor
cyp1a2-inhibitor | inhibitors of CYP1A2 |
cyp1a2-substrate | drugs broken down by CYP1A2 |
cyp2c9-inhibitor | inhibitors of CYP2C9 |
cyp2c19-inhibitor | inhibitors of CYP2C19 |
cyp2d6-strong-inhibitor | strong inhibitors of CYP2D6 | cyp2d6-inhibitor
cyp2d6-inhibitor | inhibitors of CYP2D6 |
cyp2d6-substrate | drugs broken down by CYP2D6 |
transporter-inhibitor | inhibitors of P-glycoprotein |
strong-inducer | strong enzyme inducers | enzyme-inducer
moderate-inducer | moderate enzyme inducers | enzyme-inducer
enzyme-inducer | enzyme inducers |
weak-inducer | weak enzyme inducers |
`;

const classes: ReadonlyMap<string, DrugClass> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [id = '', label = '', parents = ''] = line.split('|').map((cell) => cell.trim());
      return [id, { id, label, parents: parents === '' ? [] : parents.split(', ') }] as const;
    }),
);

/** The class of that id; throws for an id that is in no table. */
export function drugClass(id: string): DrugClass {
  const found = classes.get(id);
  if (found === undefined) throw new RangeError(`id: there is no drug class ${id}`);
  return found;
}

export const isDrugClass = (id: string): boolean => classes.has(id);

/** The classes named and all they lie within. */
export function withParents(ids: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  const add = (id: string): void => {
    if (all.has(id)) return;
    all.add(id);
    for (const parent of drugClass(id).parents) add(parent);
  };
  for (const id of ids) add(id);
  return all;
}
