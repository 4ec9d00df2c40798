/**
 * Interactions as pairs of classes or ingredients, in our own words. A line each:
 * one side | other side | severity | why and what to do | source. A side may list several, separated by commas.
 * Sources: `ONC` is the high-priority list named in interactions.ts; `label X` is the FDA label of X, as of 2025.
 */
export const INTERACTIONS = `
maoi | sympathomimetic | high | together they can cause a hypertensive crisis. Do not combine, nor within 14 days of an MAO inhibitor. | ONC
maoi | serotonin-reuptake-inhibitor, nefazodone, clomipramine | high | together they can cause serotonin syndrome. Do not combine; leave 14 days between (5 weeks after fluoxetine). | ONC
maoi | tca, tricyclic-relaxant | high | together they can cause serotonin syndrome, high fever and seizures. Do not combine; leave 14 days between. | ONC
maoi | serotonergic-opioid | high | together they can cause serotonin syndrome, coma or death. Do not combine; leave 14 days between. | ONC
maoi | opioid | high | an MAO inhibitor can deepen or distort the effect of an opioid unpredictably. Avoid within 14 days. | ONC
maoi | triptan-mao | high | the MAO inhibitor slows the breakdown of the triptan. Do not combine, nor within 14 days. | ONC
maoi | triptan | moderate | both act on serotonin. Choose a triptan MAO does not break down, and watch for serotonin syndrome. | label of triptans
maoi | maoi, weak-maoi | high | two MAO inhibitors together can cause a hypertensive crisis or serotonin syndrome. Do not combine. | ONC
maoi | norepinephrine-reuptake-inhibitor, bupropion | high | together they can cause a hypertensive crisis. Do not combine; leave 14 days between. | label atomoxetine, bupropion
maoi | serotonergic-other, dopaminergic | moderate | both act on the same transmitters; serotonin syndrome or a rise in blood pressure may follow. Check each label before combining. | label of MAO inhibitors
maoi | carbamazepine, oxcarbazepine | high | related to tricyclics; combining them with an MAO inhibitor is contraindicated. Leave 14 days between. | label carbamazepine
weak-maoi | serotonin-reuptake-inhibitor, tca, serotonergic-opioid, serotonergic-other, triptan-mao | high | linezolid and methylene blue inhibit MAO too, so serotonin syndrome is possible. Avoid unless nothing else will do, and then watch closely. | label linezolid, methylene blue
weak-maoi | sympathomimetic, norepinephrine-reuptake-inhibitor, bupropion | moderate | linezolid and methylene blue inhibit MAO too, so blood pressure may rise sharply. Avoid or watch blood pressure. | label linezolid
qt-prolonging | qt-prolonging | high | each lengthens the QT interval; together the risk of torsades de pointes grows. Avoid, or correct potassium and magnesium and watch the ECG. | ONC
qt-prolonging | qt-possible | moderate | one lengthens the QT interval and the other may add to it. Consider an alternative, or an ECG when other risks are present. | label of either
qt-possible | qt-possible | low | each may lengthen the QT interval. Matters with heart disease, low potassium or a long QT in the family. | label of either
irinotecan | cyp3a4-inhibitor | high | the inhibitor holds up the breakdown of irinotecan; marrow and gut toxicity grow. Stop the inhibitor a week before, or choose another. | ONC
irinotecan | strong-inducer | high | the inducer takes away the effect of irinotecan. Change the inducer two weeks before treatment. | label irinotecan
ergot | cyp3a4-strong-inhibitor, ergot-blocking-macrolide | high | blocked breakdown of the ergot can close arteries to limbs and brain. Do not combine. | ONC
ergot | cyp3a4-moderate-inhibitor | moderate | slower breakdown of the ergot raises the risk of spasm of the arteries. Avoid where possible. | label of ergot alkaloids
ergot | triptan | high | both narrow arteries. Do not use within 24 hours of each other. | label of triptans
ergot | ergot | high | both narrow arteries. Do not use within 24 hours of each other. | label of ergot alkaloids
statin-3a4 | cyp3a4-strong-inhibitor, hiv-protease-inhibitor | high | blocked breakdown of the statin can destroy muscle (rhabdomyolysis). Do not combine; hold the statin or choose one that does not depend on CYP3A4. | ONC
statin-3a4 | cyp3a4-moderate-inhibitor | high | slower breakdown of the statin raises the risk of muscle damage. Keep to the low maximum dose of the label, or choose another statin. | ONC
statin-3a4 | cyclosporine, gemfibrozil | high | the statin rises several times over and can destroy muscle. Do not combine. | label simvastatin
statin | gemfibrozil | moderate | gemfibrozil raises most statins and adds to muscle damage. Prefer fenofibrate. | label of statins
statin-3a4-partly | cyp3a4-strong-inhibitor, cyclosporine | moderate | the statin rises. Keep the dose low and ask about muscle pain. | label atorvastatin
statin | colchicine | low | both can harm muscle, more so with weak kidneys. Ask about muscle pain. | label colchicine
hiv-protease-inhibitor | strong-inducer, rifamycin | high | the inducer takes away the effect of the protease inhibitor and resistance follows. Do not combine (rifabutin needs another dose). | ONC
hiv-protease-inhibitor | bosentan | high | bosentan rises several times over, while it lowers the protease inhibitor. Follow the label's schedule or choose another. | ONC
hiv-protease-inhibitor | enzyme-inducer | moderate | the inducer may lower the protease inhibitor. Check levels or choose another. | label of protease inhibitors
acid-dependent | ppi | high | without stomach acid the antiviral is not taken up. Do not combine. | ONC
acid-dependent | h2-blocker, polyvalent-cation | moderate | less stomach acid means less of the antiviral. Take them hours apart, as the label says. | label atazanavir, rilpivirine
ramelteon, tizanidine | cyp1a2-strong-inhibitor | high | the inhibitor raises it many times over: deep sedation and, with tizanidine, collapse of blood pressure. Do not combine. | ONC
ramelteon, tizanidine | cyp1a2-inhibitor | high | the inhibitor slows its breakdown: sedation and, with tizanidine, low blood pressure and a slow heart. Avoid, or start low. | ONC
ramelteon, tizanidine | estrogen | low | estrogens slow its breakdown somewhat. Start low. | label tizanidine
thiopurine | xanthine-oxidase-inhibitor | high | the thiopurine is no longer broken down and destroys the marrow. Do not combine with febuxostat; with allopurinol only at a quarter of the dose. | ONC
methylxanthine | cyp1a2-strong-inhibitor, cyp1a2-inhibitor, ergot-blocking-macrolide, clarithromycin | moderate | theophylline rises; nausea, fast heart and seizures can follow. Choose another or measure levels. | label theophylline
cyp1a2-substrate | cyp1a2-strong-inhibitor | moderate | its level can rise several times over. Lower the dose or choose another. | label of either
vitamin-k-antagonist | nsaid, coxib, salicylate | high | bleeding from the stomach and elsewhere becomes more likely. Prefer acetaminophen. | label warfarin
vitamin-k-antagonist | cyp2c9-inhibitor, trimethoprim, sulfamethoxazole | high | warfarin rises and INR with it. Choose another, or lower the dose and check INR within days. | label warfarin
vitamin-k-antagonist | macrolide, fluoroquinolone, tetracycline-class, azole-antifungal, azole-topical | moderate | INR can rise. Check it within 3 to 5 days. | label warfarin
vitamin-k-antagonist | enzyme-inducer, weak-inducer | moderate | warfarin loses effect, and gains it back when the inducer stops. Check INR often. | label warfarin
vitamin-k-antagonist | serotonin-reuptake-inhibitor, acetaminophen, thyroid-hormone, statin, fibrate | low | bleeding or INR can increase somewhat. Check INR when it is started or stopped. | label warfarin
anticoagulant | anticoagulant | high | two anticoagulants bleed more than one. Only while changing from one to the other. | label of anticoagulants
anticoagulant | antiplatelet | moderate | bleeding becomes more likely. Combine only with a reason, for as short as possible. | label of anticoagulants
anticoagulant | nsaid | moderate | bleeding becomes more likely. Prefer acetaminophen. | label of anticoagulants
factor-xa-inhibitor | cyp3a4-strong-inhibitor, strong-inducer | moderate | the level of the anticoagulant rises or falls. Change the dose or avoid, as its label says. | label apixaban, rivaroxaban
antiplatelet | nsaid | moderate | bleeding becomes more likely; ibuprofen can also take away the effect of aspirin on the heart. | label aspirin
serotonin-reuptake-inhibitor | nsaid | low | bleeding from the stomach becomes more likely. Mind it with an ulcer in the history. | label of SSRIs
serotonin-reuptake-inhibitor | serotonergic-opioid | moderate | both raise serotonin. Watch for agitation, tremor, sweating; some SSRIs also take away the effect of tramadol. | label of SSRIs, tramadol
serotonin-reuptake-inhibitor | triptan | low | serotonin syndrome is rare but described. Tell the patient what to look for. | label of triptans
serotonin-reuptake-inhibitor | serotonergic-other, tca | moderate | both raise serotonin; some SSRIs also raise tricyclics. Start low and watch. | label of SSRIs
ssri | snri | moderate | both block the reuptake of serotonin. Not together except while changing from one to the other. | label of SSRIs
opioid | benzodiazepine, barbiturate, z-drug, alcohol | high | together they can stop breathing. Avoid; if they must be combined, lowest doses, shortest time and naloxone at hand. | FDA boxed warning 2016
opioid | muscle-relaxant, gabapentinoid, sedative, h1-sedating | moderate | sedation and slow breathing add up. Lower doses and tell the family. | label of opioids
opioid | opioid-antagonist | moderate | the antagonist takes away the effect of the opioid and brings on withdrawal, which may or may not be wanted. | label naltrexone
benzodiazepine | alcohol | high | together they can stop breathing. | label of benzodiazepines
benzodiazepine | barbiturate, z-drug, muscle-relaxant, h1-sedating | moderate | sedation adds up. Lower doses, no driving. | label of benzodiazepines
cyp3a4-sedative | cyp3a4-strong-inhibitor | high | the sedative rises several times over. Avoid or lower the dose strongly. | label midazolam, triazolam, alprazolam, quetiapine
cyp3a4-sedative | cyp3a4-moderate-inhibitor | moderate | the sedative rises. Lower the dose. | label midazolam, quetiapine
cyp3a4-substrate-contraindicated | cyp3a4-strong-inhibitor | high | its level rises several times over. Do not combine. | label eletriptan, eplerenone, lurasidone
fentanyl, oxycodone, hydrocodone, methadone, buprenorphine | cyp3a4-strong-inhibitor, cyp3a4-moderate-inhibitor | moderate | the opioid rises and can stop breathing. Lower the dose and watch. | label fentanyl, oxycodone
codeine, tramadol, hydrocodone | cyp2d6-strong-inhibitor | low | less of the active form is made, so pain may return. Choose another opioid. | label codeine, tramadol
cyp3a4-steroid | cyp3a4-strong-inhibitor | moderate | even inhaled or in the nose the steroid builds up and can suppress the adrenals. Prefer beclomethasone. | label fluticasone, budesonide
salmeterol | cyp3a4-strong-inhibitor | moderate | salmeterol rises and can disturb the heart rhythm. Not recommended together. | label salmeterol
colchicine | cyp3a4-strong-inhibitor, transporter-inhibitor | high | colchicine rises to toxic levels and has killed. Do not combine with weak kidneys or liver; otherwise lower the dose. | label colchicine
colchicine | cyp3a4-moderate-inhibitor | moderate | colchicine rises. Lower the dose as its label says. | label colchicine
digoxin | transporter-inhibitor, clarithromycin, erythromycin | high | digoxin rises to toxic levels. Lower the dose and measure. | label digoxin
digoxin | loop-diuretic, thiazide | moderate | lost potassium makes the heart sensitive to digoxin. Check potassium. | label digoxin
beta-blocker | calcium-blocker-rate | moderate | both slow the heart; block and low pressure can follow. Start low and check pulse. | label verapamil, diltiazem
beta-blocker-nonselective | saba, laba | moderate | the beta blocker takes away the effect of the inhaler and can bring on asthma. Avoid in asthma. | label propranolol
beta-blocker-nonselective | epinephrine | moderate | epinephrine works less in anaphylaxis and blood pressure may rise. Have glucagon in mind. | label epinephrine
beta-blocker | alpha2-agonist | moderate | stopping clonidine while on a beta blocker can send blood pressure up sharply. Stop the beta blocker first. | label clonidine
propranolol | rizatriptan | moderate | rizatriptan rises by about 70 %. Use the lower dose; not under 40 kg. | label rizatriptan
cyp2d6-substrate, atomoxetine | cyp2d6-strong-inhibitor | moderate | its level rises. Start low and go up slowly; check pulse. | label atomoxetine, metoprolol
tca | cyp2d6-strong-inhibitor | moderate | the tricyclic rises several times over. Lower the dose and consider an ECG. | label of tricyclics
tamoxifen | cyp2d6-strong-inhibitor | moderate | less of the active form of tamoxifen is made. Prefer another antidepressant. | label tamoxifen
clopidogrel | cyp2c19-inhibitor | moderate | less of the active form of clopidogrel is made. Prefer pantoprazole; avoid omeprazole and esomeprazole. | label clopidogrel
nitrate | pde5-inhibitor | high | together blood pressure can collapse. Do not combine. | label sildenafil
alpha1-blocker | pde5-inhibitor | moderate | blood pressure can fall on standing. Start with the lowest dose. | label sildenafil
renin-angiotensin | potassium-sparing, potassium-salt | high | potassium can rise to dangerous levels. Check potassium within a week and often. | label of ACE inhibitors
renin-angiotensin | trimethoprim | moderate | potassium can rise within days. Choose another antibiotic or check potassium. | label trimethoprim–sulfamethoxazole
potassium-sparing | potassium-salt, trimethoprim | high | potassium can rise to dangerous levels. Avoid or check often. | label spironolactone
potassium-sparing | potassium-sparing | high | potassium can rise to dangerous levels. Do not combine. | label of potassium-sparing diuretics
ace-inhibitor | arb, renin-inhibitor | moderate | two drugs on the same system harm kidneys and raise potassium without a gain. Use one. | label of ACE inhibitors
ace-inhibitor | neprilysin-inhibitor | high | angioedema. Do not combine; leave 36 hours between. | label sacubitril–valsartan
renin-angiotensin | nsaid, coxib | moderate | kidneys can fail, more so when dehydrated or with a diuretic; blood pressure rises. Avoid longer use. | label of ACE inhibitors
loop-diuretic, thiazide | nsaid | low | the diuretic works less and kidneys suffer. Avoid longer use. | label of NSAIDs
lithium | nsaid, coxib, renin-angiotensin, thiazide | high | lithium rises to toxic levels. Avoid, or lower the dose and measure within a week. | label lithium
lithium | loop-diuretic, metronidazole | moderate | lithium can rise. Measure it. | label lithium
methotrexate | trimethoprim, sulfonamide-antibiotic | high | both block folate; the marrow can fail. Do not combine. | label methotrexate
methotrexate | nsaid, salicylate, ppi, penicillin, probenecid | moderate | methotrexate leaves the body more slowly. With low weekly doses watch blood count and kidneys; avoid with high doses. | label methotrexate
nsaid | salicylate, coxib | moderate | bleeding and ulcers become more likely without more effect. | label of NSAIDs
nsaid | systemic-corticosteroid | low | ulcers become more likely. Short use only, or protect the stomach. | label of NSAIDs
calcineurin-inhibitor | cyp3a4-inhibitor | high | its level rises and harms kidneys. Lower the dose and measure. | label tacrolimus, cyclosporine
calcineurin-inhibitor | enzyme-inducer | high | its level falls and the graft is at risk. Measure and raise the dose. | label tacrolimus, cyclosporine
calcineurin-inhibitor | nsaid | moderate | both harm the kidneys. Avoid. | label cyclosporine
aminoglycoside | loop-diuretic, glycopeptide | moderate | both can harm hearing and kidneys. Measure levels and keep it short. | label gentamicin
carbamazepine | ergot-blocking-macrolide, cyp3a4-strong-inhibitor, azole-antifungal, calcium-blocker-rate | high | carbamazepine rises: double vision, unsteadiness, seizures. Azithromycin is safe; otherwise measure. | label carbamazepine
phenytoin | cyp2c9-inhibitor, trimethoprim | moderate | phenytoin rises. Measure it. | label phenytoin
valproic acid | carbapenem | high | valproate falls within a day and seizures return. Do not combine. | label meropenem, valproate
valproic acid | lamotrigine | high | lamotrigine doubles and the risk of a serious rash grows. Halve the dose and raise it slowly. | label lamotrigine
valproic acid | aromatic-antiepileptic, topiramate | moderate | levels of one or both shift, and ammonia can rise. Measure, and think of it when sleepy or vomiting. | label valproate
lamotrigine | estrogen | moderate | estrogen halves lamotrigine; in the week without pills it rises again. Adjust the dose. | label lamotrigine
estrogen, progestin | enzyme-inducer | high | contraception fails. Use another method, and for 28 days after. | CDC medical eligibility criteria 2024
estrogen, progestin | lamotrigine, topiramate, griseofulvin | low | contraception may be less sure with it. Check the criteria for the method. | CDC medical eligibility criteria 2024
progestin-receptor | enzyme-inducer, progestin | moderate | emergency contraception may fail. Choose another method, or start the hormone 5 days later. | label ulipristal
drospirenone | potassium-sparing, renin-angiotensin | moderate | both raise potassium. Check it in the first cycle. | label drospirenone
thyroid-hormone | polyvalent-cation | moderate | minerals bind the hormone in the gut. Take them 4 hours apart. | label levothyroxine
thyroid-hormone | ppi, strong-inducer | low | the need for the hormone can rise. Check TSH after 6 to 8 weeks. | label levothyroxine
cation-bound | polyvalent-cation | moderate | minerals bind the drug in the gut. Take it 2 hours before or 4 to 6 hours after. | label of either
oral-retinoid | tetracycline-class | high | both can raise the pressure in the skull. Do not combine. | label isotretinoin
oral-retinoid | vitamin-d | info | vitamin D itself is fine; leave out products with vitamin A. | label isotretinoin
methimazole, propylthiouracil | vitamin-k-antagonist | moderate | INR shifts as the thyroid calms down. Check it. | label warfarin
alcohol-reaction | alcohol | moderate | flushing, vomiting and a fast heart are possible. No alcohol until 3 days after. | label metronidazole, tinidazole
seizure-threshold | tramadol, tca, systemic-corticosteroid, methylxanthine | moderate | seizures become more likely. Lower doses or choose another. | label bupropion, tramadol
sulfonylurea, insulin-long, insulin-rapid | fluoroquinolone | moderate | blood glucose can fall or rise sharply. Measure more often. | label of fluoroquinolones
sulfonylurea | cyp2c9-inhibitor, trimethoprim, clarithromycin | moderate | glucose can fall. Measure more often. | label glipizide, glyburide
sulfonylurea | insulin-rapid, insulin-long | low | glucose can fall. Lower one of them. | label glipizide
ceftriaxone | calcium-salt | low | by vein, the two form crystals; in newborns this has killed. Never mix; by mouth it does not matter after the newborn weeks. | label ceftriaxone
dopaminergic | dopamine-antiemetic, antipsychotic | moderate | they cancel each other out. Prefer ondansetron for nausea. | label levodopa, metoclopramide
antipsychotic | metoclopramide | high | movement disorders add up. Do not combine. | label metoclopramide
antipsychotic | sympathomimetic | low | they work against each other; movement disorders can show when one is changed. | label methylphenidate
alpha2-agonist | alpha2-agonist | moderate | two drugs of the kind lower blood pressure and pulse. Use one. | label guanfacine, tizanidine
anticholinergic | cholinesterase-inhibitor, h1-sedating, tca, bladder-antimuscarinic | low | dry mouth, constipation, confusion add up, or the two cancel each other out. | label of either
bladder-antimuscarinic | potassium-salt | moderate | tablets of potassium stay longer in the gut and can hurt it. Use a liquid. | label potassium chloride
nirmatrelvir | strong-inducer | high | the antiviral loses its effect. Do not combine. | label nirmatrelvir–ritonavir
`;
