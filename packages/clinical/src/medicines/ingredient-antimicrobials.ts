/**
 * Antimicrobial ingredients, a line each: name | other and brand names | classes | RxNorm code of the ingredient.
 * Codes only where they are certain. Classes are those of drug-class.ts.
 */
export const ANTIMICROBIALS = `
amoxicillin | amoxil, moxatag, trimox, amoxycillin | aminopenicillin, side-chain-amoxicillin | 723
ampicillin | principen | aminopenicillin, side-chain-ampicillin | 733
penicillin v | penicillin vk, penicillin v potassium, phenoxymethylpenicillin, veetids, pen vk | natural-penicillin | 7984
penicillin g | benzylpenicillin, pfizerpen, penicillin g potassium, penicillin g sodium | natural-penicillin | 7980
penicillin g benzathine | bicillin, bicillin l a, benzathine penicillin, benzathine benzylpenicillin | natural-penicillin |
dicloxacillin | dynapen | antistaphylococcal-penicillin | 3356
nafcillin | nallpen | antistaphylococcal-penicillin | 7233
oxacillin | bactocill | antistaphylococcal-penicillin | 7773
piperacillin | pipracil | extended-penicillin | 8339
ticarcillin | | extended-penicillin |
clavulanate | clavulanic acid, clavulanate potassium | beta-lactamase-inhibitor | 48203
sulbactam | | beta-lactamase-inhibitor |
tazobactam | | beta-lactamase-inhibitor | 37617
cephalexin | keflex, cefalexin | cephalosporin-1, side-chain-ampicillin | 2231
cefadroxil | duricef | cephalosporin-1, side-chain-amoxicillin | 2177
cefazolin | ancef, kefzol | cephalosporin-1 | 2180
cefaclor | ceclor | cephalosporin-2, side-chain-ampicillin | 2176
cefprozil | cefzil | cephalosporin-2, side-chain-amoxicillin | 19552
cefuroxime | ceftin, zinacef, cefuroxime axetil | cephalosporin-2, side-chain-methoxyimino | 2194
cefoxitin | mefoxin | cephalosporin-2 | 2189
cefotetan | cefotan | cephalosporin-2 |
cefdinir | omnicef | cephalosporin-3, side-chain-cefdinir | 25037
cefixime | suprax | cephalosporin-3, side-chain-cefdinir | 25033
cefpodoxime | vantin, cefpodoxime proxetil | cephalosporin-3, side-chain-methoxyimino | 20489
cefditoren | spectracef | cephalosporin-3, side-chain-methoxyimino |
cefotaxime | claforan | cephalosporin-3, side-chain-methoxyimino | 2186
ceftriaxone | rocephin | cephalosporin-3, side-chain-methoxyimino | 2193
ceftazidime | fortaz, tazicef | cephalosporin-3, side-chain-ceftazidime | 2191
cefepime | maxipime | cephalosporin-4, side-chain-methoxyimino | 20481
ceftaroline | teflaro | cephalosporin-4 |
cefiderocol | fetroja | cephalosporin-4, side-chain-ceftazidime |
aztreonam | azactam, cayston | monobactam, side-chain-ceftazidime | 1272
imipenem | primaxin | carbapenem | 5690
meropenem | merrem | carbapenem | 29561
ertapenem | invanz | carbapenem | 325642
doripenem | doribax | carbapenem |
azithromycin | zithromax, z pak, zpak, zmax, azasite | macrolide, qt-prolonging | 18631
clarithromycin | biaxin | macrolide, qt-prolonging, cyp3a4-strong-inhibitor | 21212
erythromycin | e e s, ees, eryped, ery tab, pce, erythrocin, erythromycin ethylsuccinate, erythromycin stearate | macrolide, qt-prolonging, cyp3a4-moderate-inhibitor, ergot-blocking-macrolide | 4053
telithromycin | ketek | ketolide, cyp3a4-strong-inhibitor, qt-possible |
roxithromycin | | macrolide, qt-possible |
sulfamethoxazole | | sulfonamide-antibiotic | 10180
trimethoprim | primsol, proloprim | folate-antagonist, potassium-raising | 10829
sulfadiazine | | sulfonamide-antibiotic | 10171
sulfisoxazole | gantrisin | sulfonamide-antibiotic | 10207
sulfacetamide | bleph 10 | sulfonamide-antibiotic | 10169
silver sulfadiazine | silvadene, ssd | sulfonamide-antibiotic |
sulfasalazine | azulfidine | sulfonamide-antibiotic | 9524
dapsone | aczone | sulfone | 3108
nitrofurantoin | macrobid, macrodantin, furadantin | nitrofuran | 7454
fosfomycin | monurol | |
methenamine | hiprex, urex | |
clindamycin | cleocin | lincosamide | 2582
lincomycin | lincocin | lincosamide | 6398
metronidazole | flagyl | nitroimidazole, cyp2c9-inhibitor, alcohol-reaction | 6922
tinidazole | tindamax | nitroimidazole, alcohol-reaction |
secnidazole | solosec | nitroimidazole |
benznidazole | | nitroimidazole |
ciprofloxacin | cipro, ciloxan, cetraxal | fluoroquinolone, qt-possible, cyp1a2-strong-inhibitor, cation-bound | 2551
levofloxacin | levaquin | fluoroquinolone, qt-possible, cation-bound | 82122
moxifloxacin | avelox, vigamox | fluoroquinolone, qt-prolonging, cation-bound | 139462
ofloxacin | floxin, ocuflox | fluoroquinolone, qt-possible, cation-bound | 7623
norfloxacin | noroxin | fluoroquinolone, qt-possible, cyp1a2-inhibitor, cation-bound | 7517
sparfloxacin | zagam | fluoroquinolone, qt-prolonging, cation-bound |
gatifloxacin | tequin, zymaxid | fluoroquinolone, qt-possible, cation-bound |
gemifloxacin | factive | fluoroquinolone, qt-possible, cation-bound |
enoxacin | | fluoroquinolone, cyp1a2-strong-inhibitor, cation-bound |
doxycycline | vibramycin, doryx, adoxa, monodox | tetracycline-class, cation-bound | 3640
minocycline | minocin, solodyn | tetracycline-class, cation-bound | 6980
tetracycline | sumycin, achromycin | tetracycline-class, cation-bound | 10395
demeclocycline | declomycin | tetracycline-class, cation-bound |
gentamicin | garamycin | aminoglycoside |
tobramycin | tobi, tobrex | aminoglycoside | 10627
amikacin | amikin | aminoglycoside | 641
neomycin | | aminoglycoside | 7299
streptomycin | | aminoglycoside |
vancomycin | vancocin, firvanq | glycopeptide | 11124
telavancin | vibativ | glycopeptide, qt-possible |
linezolid | zyvox | oxazolidinone, weak-maoi | 190376
tedizolid | sivextro | oxazolidinone |
mupirocin | bactroban, centany | | 42372
retapamulin | altabax | |
bacitracin | | | 1291
polymyxin b | | | 8536
rifampin | rifampicin, rifadin, rimactane | rifamycin, strong-inducer | 9384
rifabutin | mycobutin | rifamycin, moderate-inducer | 55672
rifapentine | priftin | rifamycin, strong-inducer |
rifaximin | xifaxan | rifamycin-gut |
isoniazid | nydrazid, inh | antitubercular, cyp2c9-inhibitor | 6038
pyrazinamide | | antitubercular | 8987
ethambutol | myambutol | antitubercular | 4110
chloramphenicol | | | 2348
nystatin | mycostatin, bio statin | polyene | 7597
amphotericin b | ambisome, fungizone | polyene | 732
fluconazole | diflucan | azole-antifungal, qt-possible, cyp3a4-moderate-inhibitor, cyp2c9-inhibitor, cyp2c19-inhibitor | 4450
itraconazole | sporanox, tolsura | azole-antifungal, cyp3a4-strong-inhibitor | 28031
ketoconazole | nizoral | azole-antifungal, cyp3a4-strong-inhibitor, qt-possible | 6135
voriconazole | vfend | azole-antifungal, cyp3a4-strong-inhibitor, cyp2c9-inhibitor, cyp2c19-inhibitor, qt-possible | 121243
posaconazole | noxafil | azole-antifungal, cyp3a4-strong-inhibitor, qt-possible | 282446
clotrimazole | lotrimin, mycelex | azole-topical | 2623
miconazole | monistat, desenex | azole-topical | 6932
terbinafine | lamisil | allylamine, cyp2d6-inhibitor | 37801
griseofulvin | gris peg, grifulvin | weak-inducer | 5021
acyclovir | zovirax, aciclovir, sitavig | nucleoside-antiviral, cyp1a2-inhibitor | 281
valacyclovir | valtrex, valaciclovir | nucleoside-antiviral | 73645
famciclovir | famvir | nucleoside-antiviral | 68099
oseltamivir | tamiflu | neuraminidase-inhibitor | 260101
baloxavir | xofluza | cation-bound |
nirmatrelvir | | cyp3a4-strong-inhibitor |
permethrin | nix, elimite | pediculicide |
ivermectin | stromectol, sklice | | 6069
spinosad | natroba | |
malathion | ovide | |
albendazole | albenza | benzimidazole | 430
mebendazole | emverm, vermox | benzimidazole | 6672
pyrantel | pin x, reese s pinworm, pyrantel pamoate | |
praziquantel | biltricide | | 8628
nitazoxanide | alinia | |
chloroquine | aralen | aminoquinoline, qt-prolonging | 2393
hydroxychloroquine | plaquenil | aminoquinoline, qt-possible | 5521
mefloquine | lariam | qt-possible | 6694
primaquine | | aminoquinoline, qt-possible | 8687
quinine | qualaquin | qt-possible, cinchona | 9071
halofantrine | halfan | qt-prolonging |
artemether | | qt-possible |
lumefantrine | | qt-possible |
atovaquone | mepron | | 60212
proguanil | | |
pentamidine | pentam, nebupent | qt-prolonging | 7994
ritonavir | norvir | hiv-protease-inhibitor, cyp3a4-strong-inhibitor, qt-possible | 85762
atazanavir | reyataz | hiv-protease-inhibitor, cyp3a4-strong-inhibitor, acid-dependent | 343047
darunavir | prezista | hiv-protease-inhibitor, cyp3a4-strong-inhibitor | 460132
fosamprenavir | lexiva | hiv-protease-inhibitor, cyp3a4-strong-inhibitor |
amprenavir | agenerase | hiv-protease-inhibitor, cyp3a4-strong-inhibitor |
indinavir | crixivan | hiv-protease-inhibitor, cyp3a4-strong-inhibitor | 114289
lopinavir | | hiv-protease-inhibitor, cyp3a4-strong-inhibitor | 195088
nelfinavir | viracept | hiv-protease-inhibitor, cyp3a4-strong-inhibitor | 134527
saquinavir | invirase, fortovase | hiv-protease-inhibitor, cyp3a4-strong-inhibitor, qt-possible | 83395
tipranavir | aptivus | hiv-protease-inhibitor, cyp3a4-strong-inhibitor |
cobicistat | tybost | cyp3a4-strong-inhibitor |
boceprevir | victrelis | cyp3a4-strong-inhibitor |
telaprevir | incivek | cyp3a4-strong-inhibitor |
rilpivirine | edurant | acid-dependent |
efavirenz | sustiva | moderate-inducer | 195085
nevirapine | viramune | moderate-inducer | 53654
etravirine | intelence | moderate-inducer |
zidovudine | retrovir | | 11413
lamivudine | epivir | | 68244
tenofovir | viread, vemlidy | | 117466
emtricitabine | | | 276237
dolutegravir | tivicay | cation-bound | 1433868
abacavir | ziagen | | 190521
`;
