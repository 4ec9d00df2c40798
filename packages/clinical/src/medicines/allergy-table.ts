/**
 * Cross-reactivity between an allergy and a drug, in our own words. A line each:
 * allergic to | drug to be given | severity | what is known | source. Sides are classes or ingredients; `same` on the right
 * means another drug of the class on the left. The first line that fits holds.
 */
export const CROSS_REACTIVITY = `
side-chain-amino | side-chain-amino | high | they share the side chain that many people allergic to one react to, or one much like it. | PRACTICE
side-chain-ceftazidime | side-chain-ceftazidime | high | they have the same side chain, so a reaction to one predicts one to the other. | PRACTICE
side-chain-methoxyimino | side-chain-methoxyimino | high | they have the same or a very similar side chain, so a reaction to one predicts one to the other. | PRACTICE
side-chain-cefdinir | side-chain-cefdinir | high | their side chains resemble each other. | PRACTICE
penicillin | penicillin | high | all penicillins share a core and its breakdown products; a true allergy to one is taken as an allergy to all until tested. | PRACTICE
penicillin | beta-lactamase-inhibitor | low | on its own it rarely cross-reacts, but it is given with a penicillin. | PRACTICE
penicillin | cephalosporin | low | with a different side chain about 1 to 2 in 100 react. May be given after a mild reaction; after anaphylaxis give the first dose under watch. | PRACTICE
penicillin | carbapenem | low | fewer than 1 in 100 react. May be given; after anaphylaxis under watch. | PRACTICE
penicillin | monobactam | info | there is no cross-reaction with penicillins. | PRACTICE
cephalosporin | cephalosporin | moderate | with a different side chain most people tolerate it, but test or give the first dose under watch. | PRACTICE
cephalosporin | penicillin | low | with a different side chain most people tolerate it; after anaphylaxis give the first dose under watch. | PRACTICE
cephalosporin | carbapenem | low | fewer than 1 in 100 react. | PRACTICE
cephalosporin | monobactam | info | only ceftazidime and cefiderocol cross-react with aztreonam. | PRACTICE
carbapenem | carbapenem | moderate | they share a core; test before giving another. | PRACTICE
carbapenem | penicillin, cephalosporin | low | few people react to both; test or give the first dose under watch. | PRACTICE
monobactam | penicillin, carbapenem, cephalosporin | info | only ceftazidime and cefiderocol cross-react with aztreonam. | PRACTICE
sulfonamide-antibiotic | sulfonamide-antibiotic | high | they share the arylamine that causes the allergy. | PRACTICE
sulfonamide-antibiotic | sulfone | low | a few people with a sulfonamide allergy react to dapsone; not after a severe skin reaction. | PRACTICE
sulfonamide-antibiotic | sulfonamide-other | info | a sulfonamide group alone does not cross-react: it lacks the arylamine of the antibiotics. | Strom et al., N Engl J Med 2003;349:1628
sulfonamide-other | sulfonamide-antibiotic | info | a sulfonamide group alone does not cross-react. | Strom et al., N Engl J Med 2003;349:1628
sulfonamide-other | sulfonamide-other | info | reactions to one rarely predict reactions to another. | Strom et al., N Engl J Med 2003;349:1628
nsaid, salicylate | nsaid, salicylate | high | with asthma, polyps or hives after one, all that block COX-1 can do the same. A reaction to a single drug needs testing before another is given. | PRACTICE
nsaid, salicylate | coxib | low | most people tolerate it; give the first dose under watch. | PRACTICE
coxib | nsaid, salicylate | moderate | a reaction to a COX-2 blocker can go with reactions to all NSAIDs. | PRACTICE
coxib | coxib | high | same kind of drug. | PRACTICE
nsaid, salicylate | acetaminophen | info | tolerated by nearly all; single doses of 1000 mg and more can trigger asthma in a few. | PRACTICE
nsaid, salicylate | salicylate-bowel | moderate | a salicylate that the bowel takes up in part; people sensitive to aspirin may react. | FDA label, mesalamine
sulfonamide-antibiotic | salicylate-bowel | info | mesalamine has no sulfonamide; sulfasalazine has. | FDA label, mesalamine
macrolide | macrolide | moderate | cross-reaction between macrolides is uncommon but described; choose another class or test. | PRACTICE
fluoroquinolone | fluoroquinolone | moderate | cross-reaction between fluoroquinolones is common enough to choose another class or test. | PRACTICE
tetracycline-class | tetracycline-class | moderate | cross-reaction between tetracyclines is described; choose another class or test. | FDA label, doxycycline
aminoglycoside | aminoglycoside | high | cross-reaction between aminoglycosides is common. | FDA label, gentamicin
lincosamide | lincosamide | high | they are nearly the same molecule. | FDA label, clindamycin
nitroimidazole | nitroimidazole | high | cross-reaction within the class is described; its labels forbid it. | FDA label, tinidazole
azole-antifungal, azole-topical | azole-antifungal, azole-topical | low | cross-reaction is uncommon; be careful. | FDA label, fluconazole
rifamycin | rifamycin | high | the labels forbid another rifamycin. | FDA label, rifampin
glycopeptide | glycopeptide | moderate | cross-reaction is described. Flushing from fast infusion is no allergy. | FDA label, telavancin
aromatic-antiepileptic | aromatic-antiepileptic | high | after a rash with fever (DRESS, Stevens–Johnson) up to half react to another aromatic one. | FDA label, phenytoin
phenanthrene-opioid | phenanthrene-opioid | moderate | true allergy may extend to relatives of morphine. Itch and nausea alone are no allergy. | FDA labels of opioids
opioid | opioid | low | a different structure; true allergy seldom extends to it. Itch and nausea alone are no allergy. | FDA labels of opioids
amide-anaesthetic | amide-anaesthetic | moderate | true allergy is rare and may extend within the type. Test, or use the other type. | FDA label, lidocaine
ester-anaesthetic | ester-anaesthetic | high | they break down to the same allergen. Use an amide. | FDA label, tetracaine
amide-anaesthetic | ester-anaesthetic | info | the two types do not cross-react. | FDA label, lidocaine
ester-anaesthetic | amide-anaesthetic | info | the two types do not cross-react. | FDA label, lidocaine
ester-anaesthetic | sulfonamide-antibiotic | low | both are related to para-aminobenzoic acid; reactions to both are rare. | FDA label, tetracaine
ace-inhibitor | ace-inhibitor | high | angioedema from one comes back with any other. | FDA label, lisinopril
ace-inhibitor | neprilysin-inhibitor | high | forbidden after angioedema from an ACE inhibitor. | FDA label, sacubitril–valsartan
ace-inhibitor | arb | low | angioedema returns in about 2 to 10 in 100; a cough does not. Watch. | FDA label, losartan
arb | arb | moderate | angioedema may return. | FDA label, losartan
statin | statin | low | true allergy is rare; muscle pain often allows another statin or a lower dose. | FDA labels of statins
ppi | ppi | moderate | cross-reaction between proton pump inhibitors is described. | FDA label, omeprazole
benzodiazepine | benzodiazepine | moderate | cross-reaction is possible. | FDA labels of benzodiazepines
phenothiazine | phenothiazine | moderate | cross-reaction within the class is described. | FDA label, promethazine
barbiturate | barbiturate | high | cross-reaction within the class is expected. | FDA label, phenobarbital
thiazide | thiazide | moderate | cross-reaction within the class is possible. | FDA label, hydrochlorothiazide
ssri | ssri | low | cross-reaction is uncommon. | FDA labels of SSRIs
h1-antihistamine | h1-antihistamine | low | cross-reaction is uncommon, but cetirizine, levocetirizine and hydroxyzine are the same family. | FDA label, levocetirizine
heparin-like | heparin-like | high | low platelets from heparin (HIT) return with any heparin. | FDA label, enoxaparin
corticosteroid | corticosteroid | low | allergy to a steroid is rare and often to an additive; test before another. | FDA labels of corticosteroids
cinchona | cinchona | high | quinine and quinidine are mirror images. | FDA label, quinine
aminoquinoline | aminoquinoline | high | its label forbids it after a reaction to a related drug. | FDA label, hydroxychloroquine
polyene | polyene | low | cross-reaction is rare. | FDA label, nystatin
nucleoside-antiviral | nucleoside-antiviral | high | valacyclovir becomes acyclovir; famciclovir is close. | FDA label, valacyclovir
insulin-long, insulin-rapid | insulin-long, insulin-rapid | low | allergy is often to an additive. | FDA labels of insulins
penicillamine | penicillin | low | penicillamine is a breakdown product of penicillin; reactions to both are rare. | FDA label, penicillamine
`;

/** How people write an allergy to a whole class; the class it means. */
export const ALLERGY_WORDS = `
penicillin, penicillins, pcn, pen, beta lactam penicillins | penicillin
cephalosporin, cephalosporins, cef, ceph | cephalosporin
carbapenem, carbapenems | carbapenem
beta lactam, beta lactams, betalactam, betalactams | beta-lactam
sulfa, sulfas, sulpha, sulfa drugs, sulfa antibiotics, sulfonamide, sulfonamides, sulphonamides | sulfonamide-antibiotic
nsaid, nsaids, nonsteroidal anti inflammatory drugs, non steroidal anti inflammatory drugs, anti inflammatories | nsaid
salicylate, salicylates | salicylate
macrolide, macrolides, mycins | macrolide
quinolone, quinolones, fluoroquinolone, fluoroquinolones, floxacins | fluoroquinolone
tetracyclines, tetracycline antibiotics | tetracycline-class
aminoglycoside, aminoglycosides | aminoglycoside
opioid, opioids, opiate, opiates, narcotics | opioid
ace inhibitor, ace inhibitors, acei | ace-inhibitor
arb, arbs, angiotensin receptor blockers | arb
statin, statins | statin
local anesthetic, local anesthetics, local anaesthetics, caine anesthetics, caines | amide-anaesthetic
benzodiazepine, benzodiazepines, benzos | benzodiazepine
barbiturate, barbiturates | barbiturate
antihistamine, antihistamines | h1-antihistamine
anticonvulsants, aromatic anticonvulsants | aromatic-antiepileptic
azole, azoles, azole antifungals | azole-antifungal
proton pump inhibitor, proton pump inhibitors, ppi, ppis | ppi
thiazide, thiazides | thiazide
phenothiazine, phenothiazines | phenothiazine
heparins | heparin-like
steroid, steroids, corticosteroid, corticosteroids | corticosteroid
ssris | ssri
beta blocker, beta blockers | beta-blocker
nitroimidazoles, azoles nitro | nitroimidazole
rifamycins | rifamycin
`;
