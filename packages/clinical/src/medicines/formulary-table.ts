/**
 * The formulary: what paediatric and family practice prescribes. A line each:
 * ingredients joined by " + " | brands of the combination | form: strengths; form: strengths.
 * Of a combination the first figure is the ingredient doses are counted in, the other ones follow after a slash.
 * Forms and strengths as marketed in the United States (FDA labels, DailyMed); common ones, not all.
 */
export const FORMULARY = `
amoxicillin | | capsule: 250 mg, 500 mg; tablet: 500 mg, 875 mg; chewable tablet: 125 mg, 250 mg; suspension: 125 mg/5 mL, 200 mg/5 mL, 250 mg/5 mL, 400 mg/5 mL
amoxicillin + clavulanate | augmentin, co amoxiclav, amoclan | tablet: 250/125 mg, 500/125 mg, 875/125 mg; chewable tablet: 200/28.5 mg, 400/57 mg; suspension: 125/31.25 mg/5 mL, 200/28.5 mg/5 mL, 250/62.5 mg/5 mL, 400/57 mg/5 mL, 600/42.9 mg/5 mL
ampicillin | | capsule: 250 mg, 500 mg
ampicillin + sulbactam | unasyn | injection: 1500 mg, 3000 mg
piperacillin + tazobactam | zosyn | injection: 2250 mg, 3375 mg, 4500 mg
penicillin v | | tablet: 250 mg, 500 mg; solution: 125 mg/5 mL, 250 mg/5 mL
penicillin g benzathine | | injection: 600000 units/1 mL
dicloxacillin | | capsule: 250 mg, 500 mg
cephalexin | | capsule: 250 mg, 500 mg, 750 mg; suspension: 125 mg/5 mL, 250 mg/5 mL
cefadroxil | | capsule: 500 mg; tablet: 1000 mg; suspension: 250 mg/5 mL, 500 mg/5 mL
cefuroxime | | tablet: 250 mg, 500 mg
cefprozil | | tablet: 250 mg, 500 mg; suspension: 125 mg/5 mL, 250 mg/5 mL
cefdinir | | capsule: 300 mg; suspension: 125 mg/5 mL, 250 mg/5 mL
cefixime | | capsule: 400 mg; chewable tablet: 100 mg, 200 mg; suspension: 100 mg/5 mL, 200 mg/5 mL
cefpodoxime | | tablet: 100 mg, 200 mg; suspension: 50 mg/5 mL, 100 mg/5 mL
ceftriaxone | | injection: 250 mg, 500 mg, 1000 mg, 2000 mg
azithromycin | | tablet: 250 mg, 500 mg, 600 mg; suspension: 100 mg/5 mL, 200 mg/5 mL
clarithromycin | | tablet: 250 mg, 500 mg; suspension: 125 mg/5 mL, 250 mg/5 mL
erythromycin | | tablet: 250 mg, 400 mg, 500 mg; suspension: 200 mg/5 mL, 400 mg/5 mL; eye ointment: 0.5 %
trimethoprim + sulfamethoxazole | bactrim, septra, sulfatrim, co trimoxazole, cotrimoxazole, tmp smx, smx tmp, tmp smz | tablet: 80/400 mg, 160/800 mg; suspension: 40/200 mg/5 mL
nitrofurantoin | | capsule: 25 mg, 50 mg, 100 mg; suspension: 25 mg/5 mL
clindamycin | | capsule: 75 mg, 150 mg, 300 mg; solution: 75 mg/5 mL; gel: 1 %
metronidazole | | tablet: 250 mg, 500 mg
tinidazole | | tablet: 250 mg, 500 mg
ciprofloxacin | | tablet: 250 mg, 500 mg, 750 mg; suspension: 250 mg/5 mL, 500 mg/5 mL; eye drops: 0.3 %
ciprofloxacin + dexamethasone | ciprodex | ear drops: 0.3/0.1 %
levofloxacin | | tablet: 250 mg, 500 mg, 750 mg; solution: 25 mg/1 mL
ofloxacin | | ear drops: 0.3 %; eye drops: 0.3 %
doxycycline | | tablet: 50 mg, 100 mg; capsule: 50 mg, 100 mg; suspension: 25 mg/5 mL
minocycline | | capsule: 50 mg, 75 mg, 100 mg
linezolid | | tablet: 600 mg; suspension: 100 mg/5 mL
rifampin | | capsule: 150 mg, 300 mg
isoniazid | | tablet: 100 mg, 300 mg; solution: 50 mg/5 mL
mupirocin | | ointment: 2 %
polymyxin b + trimethoprim | polytrim | eye drops: 10000 units/1 mL
nystatin | | suspension: 100000 units/1 mL; cream: 100000 units/1 g
fluconazole | | tablet: 50 mg, 100 mg, 150 mg, 200 mg; suspension: 10 mg/1 mL, 40 mg/1 mL
griseofulvin | | suspension: 125 mg/5 mL; tablet: 125 mg, 250 mg, 500 mg
terbinafine | | tablet: 250 mg; cream: 1 %
clotrimazole | | cream: 1 %
ketoconazole | | cream: 2 %; shampoo: 2 %
acyclovir | | capsule: 200 mg; tablet: 400 mg, 800 mg; suspension: 200 mg/5 mL
valacyclovir | | tablet: 500 mg, 1000 mg
oseltamivir | | capsule: 30 mg, 45 mg, 75 mg; suspension: 6 mg/1 mL
nirmatrelvir + ritonavir | paxlovid | tablet: 150/100 mg
permethrin | | cream: 5 %; lotion: 1 %
ivermectin | | tablet: 3 mg; lotion: 0.5 %
albendazole | | tablet: 200 mg
mebendazole | | chewable tablet: 100 mg
pyrantel | | suspension: 50 mg/1 mL
nitazoxanide | | tablet: 500 mg; suspension: 100 mg/5 mL
hydroxychloroquine | | tablet: 200 mg
atovaquone + proguanil | malarone | tablet: 62.5/25 mg, 250/100 mg
acetaminophen | | tablet: 325 mg, 500 mg; chewable tablet: 80 mg, 160 mg; suspension: 160 mg/5 mL; suppository: 80 mg, 120 mg, 325 mg, 650 mg
ibuprofen | | tablet: 200 mg, 400 mg, 600 mg, 800 mg; chewable tablet: 100 mg; suspension: 100 mg/5 mL; drops: 50 mg/1.25 mL
naproxen | | tablet: 250 mg, 375 mg, 500 mg; suspension: 125 mg/5 mL
aspirin | | tablet: 325 mg; chewable tablet: 81 mg
meloxicam | | tablet: 7.5 mg, 15 mg
ketorolac | | tablet: 10 mg; injection: 30 mg/1 mL
celecoxib | | capsule: 50 mg, 100 mg, 200 mg
hydrocodone + acetaminophen | norco, vicodin, lortab, lorcet | tablet: 5/325 mg, 7.5/325 mg, 10/325 mg; solution: 7.5/325 mg/15 mL
oxycodone | | tablet: 5 mg, 10 mg; solution: 5 mg/5 mL
oxycodone + acetaminophen | percocet, endocet, roxicet | tablet: 5/325 mg, 10/325 mg
codeine + acetaminophen | tylenol with codeine, tylenol 3, tylenol no 3 | tablet: 30/300 mg
tramadol | | tablet: 50 mg, 100 mg
naloxone | | nasal spray: 4 mg
buprenorphine + naloxone | suboxone, zubsolv | film: 2/0.5 mg, 8/2 mg
albuterol | | inhaler: 90 mcg; nebulizer solution: 0.63 mg/3 mL, 1.25 mg/3 mL, 2.5 mg/3 mL; syrup: 2 mg/5 mL
levalbuterol | | inhaler: 45 mcg; nebulizer solution: 0.31 mg/3 mL, 0.63 mg/3 mL, 1.25 mg/3 mL
ipratropium | | inhaler: 17 mcg; nebulizer solution: 0.5 mg/2.5 mL; nasal spray: 0.03 %
ipratropium + albuterol | combivent, duoneb | nebulizer solution: 0.5/2.5 mg/3 mL
fluticasone | | inhaler: 44 mcg, 110 mcg, 220 mcg; nasal spray: 50 mcg
budesonide | | nebulizer suspension: 0.25 mg/2 mL, 0.5 mg/2 mL, 1 mg/2 mL; inhaler: 90 mcg, 180 mcg
beclomethasone | | inhaler: 40 mcg, 80 mcg
mometasone | | inhaler: 50 mcg, 100 mcg, 200 mcg; nasal spray: 50 mcg; cream: 0.1 %
fluticasone + salmeterol | advair, wixela, airduo | inhaler: 100/50 mcg, 250/50 mcg, 500/50 mcg
budesonide + formoterol | symbicort, breyna | inhaler: 80/4.5 mcg, 160/4.5 mcg
mometasone + formoterol | dulera | inhaler: 50/5 mcg, 100/5 mcg, 200/5 mcg
fluticasone + vilanterol | breo | inhaler: 100/25 mcg, 200/25 mcg
montelukast | | tablet: 10 mg; chewable tablet: 4 mg, 5 mg; granules: 4 mg
prednisolone | | solution: 5 mg/5 mL, 15 mg/5 mL, 25 mg/5 mL; orally disintegrating tablet: 10 mg, 15 mg, 30 mg
prednisone | | tablet: 1 mg, 2.5 mg, 5 mg, 10 mg, 20 mg, 50 mg; solution: 5 mg/5 mL
dexamethasone | | tablet: 0.5 mg, 1 mg, 2 mg, 4 mg, 6 mg; solution: 0.5 mg/5 mL, 1 mg/1 mL; injection: 4 mg/1 mL, 10 mg/1 mL
methylprednisolone | | tablet: 4 mg, 8 mg, 16 mg, 32 mg
hydrocortisone | | cream: 1 %, 2.5 %; ointment: 1 %, 2.5 %; tablet: 5 mg, 10 mg, 20 mg
triamcinolone | | cream: 0.025 %, 0.1 %; ointment: 0.025 %, 0.1 %; nasal spray: 55 mcg
cetirizine | | tablet: 5 mg, 10 mg; chewable tablet: 5 mg, 10 mg; solution: 1 mg/1 mL
levocetirizine | | tablet: 5 mg; solution: 2.5 mg/5 mL
loratadine | | tablet: 10 mg; chewable tablet: 5 mg; solution: 5 mg/5 mL
desloratadine | | tablet: 5 mg; solution: 0.5 mg/1 mL
fexofenadine | | tablet: 60 mg, 180 mg; suspension: 30 mg/5 mL
diphenhydramine | | capsule: 25 mg, 50 mg; solution: 12.5 mg/5 mL
hydroxyzine | | tablet: 10 mg, 25 mg, 50 mg; solution: 10 mg/5 mL
cyproheptadine | | tablet: 4 mg; solution: 2 mg/5 mL
pseudoephedrine | | tablet: 30 mg, 60 mg; solution: 15 mg/5 mL
guaifenesin | | tablet: 200 mg, 400 mg; solution: 100 mg/5 mL
dextromethorphan | | suspension: 30 mg/5 mL
guaifenesin + dextromethorphan | robitussin dm, mucinex dm | solution: 100/10 mg/5 mL
benzonatate | | capsule: 100 mg, 200 mg
epinephrine | | auto-injector: 0.1 mg, 0.15 mg, 0.3 mg
olopatadine | | eye drops: 0.1 %, 0.2 %
azelastine | | nasal spray: 137 mcg
omeprazole | | capsule: 10 mg, 20 mg, 40 mg; powder for suspension: 2.5 mg, 10 mg
esomeprazole | | capsule: 20 mg, 40 mg; powder for suspension: 2.5 mg, 5 mg, 10 mg
lansoprazole | | capsule: 15 mg, 30 mg; orally disintegrating tablet: 15 mg, 30 mg
pantoprazole | | tablet: 20 mg, 40 mg
famotidine | | tablet: 10 mg, 20 mg, 40 mg; suspension: 40 mg/5 mL
ondansetron | | tablet: 4 mg, 8 mg; orally disintegrating tablet: 4 mg, 8 mg; solution: 4 mg/5 mL
promethazine | | tablet: 12.5 mg, 25 mg; suppository: 12.5 mg, 25 mg
metoclopramide | | tablet: 5 mg, 10 mg; solution: 5 mg/5 mL
polyethylene glycol 3350 | | powder: 17 g
lactulose | | solution: 10 g/15 mL
senna | | tablet: 8.6 mg; syrup: 8.8 mg/5 mL
docusate | | capsule: 100 mg; solution: 50 mg/5 mL
bisacodyl | | tablet: 5 mg; suppository: 10 mg
loperamide | | capsule: 2 mg; solution: 1 mg/7.5 mL
dicyclomine | | capsule: 10 mg; tablet: 20 mg
simethicone | | drops: 20 mg/0.3 mL
methylphenidate | | tablet: 5 mg, 10 mg, 20 mg; extended-release tablet: 18 mg, 27 mg, 36 mg, 54 mg; solution: 5 mg/5 mL, 10 mg/5 mL
dexmethylphenidate | | tablet: 2.5 mg, 5 mg, 10 mg; extended-release capsule: 5 mg, 10 mg, 15 mg, 20 mg, 30 mg
mixed amphetamine salts | | tablet: 5 mg, 10 mg, 15 mg, 20 mg, 30 mg; extended-release capsule: 5 mg, 10 mg, 15 mg, 20 mg, 25 mg, 30 mg
lisdexamfetamine | | capsule: 10 mg, 20 mg, 30 mg, 40 mg, 50 mg, 60 mg, 70 mg
atomoxetine | | capsule: 10 mg, 18 mg, 25 mg, 40 mg, 60 mg, 80 mg, 100 mg
guanfacine | | tablet: 1 mg, 2 mg; extended-release tablet: 1 mg, 2 mg, 3 mg, 4 mg
clonidine | | tablet: 0.1 mg, 0.2 mg, 0.3 mg; extended-release tablet: 0.1 mg
fluoxetine | | capsule: 10 mg, 20 mg, 40 mg; solution: 20 mg/5 mL
sertraline | | tablet: 25 mg, 50 mg, 100 mg; solution: 20 mg/1 mL
escitalopram | | tablet: 5 mg, 10 mg, 20 mg; solution: 5 mg/5 mL
citalopram | | tablet: 10 mg, 20 mg, 40 mg; solution: 10 mg/5 mL
bupropion | | extended-release tablet: 100 mg, 150 mg, 300 mg
venlafaxine | | extended-release capsule: 37.5 mg, 75 mg, 150 mg
duloxetine | | capsule: 20 mg, 30 mg, 60 mg
trazodone | | tablet: 50 mg, 100 mg, 150 mg
amitriptyline | | tablet: 10 mg, 25 mg, 50 mg
risperidone | | tablet: 0.25 mg, 0.5 mg, 1 mg, 2 mg; solution: 1 mg/1 mL
aripiprazole | | tablet: 2 mg, 5 mg, 10 mg; solution: 1 mg/1 mL
lorazepam | | tablet: 0.5 mg, 1 mg, 2 mg
diazepam | | tablet: 2 mg, 5 mg, 10 mg; rectal gel: 2.5 mg, 10 mg, 20 mg
levetiracetam | | tablet: 250 mg, 500 mg, 750 mg; solution: 100 mg/1 mL
carbamazepine | | tablet: 200 mg; chewable tablet: 100 mg; suspension: 100 mg/5 mL
oxcarbazepine | | tablet: 150 mg, 300 mg, 600 mg; suspension: 300 mg/5 mL
valproic acid | | delayed-release tablet: 125 mg, 250 mg, 500 mg; solution: 250 mg/5 mL; sprinkle capsule: 125 mg
topiramate | | tablet: 25 mg, 50 mg, 100 mg; sprinkle capsule: 15 mg, 25 mg
lamotrigine | | tablet: 25 mg, 100 mg, 150 mg, 200 mg; chewable tablet: 5 mg, 25 mg
gabapentin | | capsule: 100 mg, 300 mg, 400 mg; solution: 250 mg/5 mL
sumatriptan | | tablet: 25 mg, 50 mg, 100 mg; nasal spray: 5 mg, 20 mg
rizatriptan | | tablet: 5 mg, 10 mg; orally disintegrating tablet: 5 mg, 10 mg
cyclobenzaprine | | tablet: 5 mg, 10 mg
levothyroxine | | tablet: 25 mcg, 50 mcg, 75 mcg, 88 mcg, 100 mcg, 112 mcg, 125 mcg, 150 mcg
metformin | | tablet: 500 mg, 850 mg, 1000 mg; solution: 500 mg/5 mL
glipizide | | tablet: 5 mg, 10 mg
insulin glargine | | injection: 100 units/1 mL
insulin lispro | | injection: 100 units/1 mL
semaglutide | | injection: 0.25 mg, 0.5 mg, 1 mg; tablet: 3 mg, 7 mg, 14 mg
empagliflozin | | tablet: 10 mg, 25 mg
lisinopril | | tablet: 2.5 mg, 5 mg, 10 mg, 20 mg, 40 mg; solution: 1 mg/1 mL
enalapril | | tablet: 2.5 mg, 5 mg, 10 mg, 20 mg; solution: 1 mg/1 mL
lisinopril + hydrochlorothiazide | zestoretic | tablet: 10/12.5 mg, 20/12.5 mg, 20/25 mg
losartan | | tablet: 25 mg, 50 mg, 100 mg
losartan + hydrochlorothiazide | hyzaar | tablet: 50/12.5 mg, 100/12.5 mg
amlodipine | | tablet: 2.5 mg, 5 mg, 10 mg
sacubitril + valsartan | entresto | tablet: 24/26 mg, 49/51 mg, 97/103 mg
hydrochlorothiazide | | tablet: 12.5 mg, 25 mg, 50 mg
chlorthalidone | | tablet: 25 mg, 50 mg
triamterene + hydrochlorothiazide | maxzide, dyazide | tablet: 37.5/25 mg, 75/50 mg
furosemide | | tablet: 20 mg, 40 mg, 80 mg; solution: 10 mg/1 mL
spironolactone | | tablet: 25 mg, 50 mg, 100 mg; suspension: 25 mg/5 mL
metoprolol | | tablet: 25 mg, 50 mg, 100 mg
propranolol | | tablet: 10 mg, 20 mg, 40 mg; solution: 20 mg/5 mL, 4.28 mg/1 mL
atorvastatin | | tablet: 10 mg, 20 mg, 40 mg, 80 mg
simvastatin | | tablet: 10 mg, 20 mg, 40 mg
rosuvastatin | | tablet: 5 mg, 10 mg, 20 mg, 40 mg
warfarin | | tablet: 1 mg, 2 mg, 2.5 mg, 5 mg
apixaban | | tablet: 2.5 mg, 5 mg
clopidogrel | | tablet: 75 mg
allopurinol | | tablet: 100 mg, 300 mg
colchicine | | tablet: 0.6 mg
methotrexate | | tablet: 2.5 mg
ethinyl estradiol + norgestimate | sprintec, tri sprintec, ortho tri cyclen, ortho cyclen | tablet: 0.035/0.25 mg
ethinyl estradiol + levonorgestrel | aviane, seasonique, levora, lutera, nordette | tablet: 0.02/0.1 mg, 0.03/0.15 mg
ethinyl estradiol + norethindrone | loestrin, junel, microgestin | tablet: 0.02/1 mg, 0.03/1.5 mg
ethinyl estradiol + drospirenone | yaz, yasmin | tablet: 0.02/3 mg, 0.03/3 mg
norethindrone | | tablet: 0.35 mg
levonorgestrel | | tablet: 1.5 mg
medroxyprogesterone | | injection: 150 mg/1 mL; tablet: 5 mg, 10 mg
desmopressin | | tablet: 0.1 mg, 0.2 mg
oxybutynin | | tablet: 5 mg; syrup: 5 mg/5 mL
tamsulosin | | capsule: 0.4 mg
ferrous sulfate | | drops: 15 mg/1 mL; solution: 44 mg/5 mL; tablet: 65 mg
cholecalciferol | | drops: 400 units/1 mL; capsule: 1000 units, 2000 units
folic acid | | tablet: 0.4 mg, 1 mg
isotretinoin | | capsule: 10 mg, 20 mg, 30 mg, 40 mg
tretinoin | | cream: 0.025 %, 0.05 %, 0.1 %
adapalene | | gel: 0.1 %, 0.3 %
benzoyl peroxide | | gel: 2.5 %, 5 %, 10 %
clindamycin + benzoyl peroxide | benzaclin, duac, onexton | gel: 1/5 %
levodopa + carbidopa | sinemet | tablet: 100/25 mg, 250/25 mg
lopinavir + ritonavir | kaletra | tablet: 200/50 mg; solution: 80/20 mg/1 mL
darunavir + cobicistat | prezcobix | tablet: 800/150 mg
atazanavir + cobicistat | evotaz | tablet: 300/150 mg
artemether + lumefantrine | coartem | tablet: 20/120 mg
imipenem | | injection: 500 mg
quinidine + dextromethorphan | nuedexta | capsule: 10/20 mg
serdexmethylphenidate + dexmethylphenidate | azstarys | capsule: 26.1/5.2 mg, 39.2/7.8 mg, 52.3/10.4 mg
butalbital + acetaminophen + caffeine | fioricet, esgic | tablet: 50/325/40 mg
diphenoxylate + atropine | lomotil | tablet: 2.5/0.025 mg
emtricitabine + tenofovir | truvada, descovy | tablet: 200/300 mg
`;
