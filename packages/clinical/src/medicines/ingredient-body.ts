/**
 * Ingredients for lungs, allergy, gut, heart, hormones, blood and skin: name | other and brand names | classes | RxNorm
 * ingredient code. Codes only where they are certain. Classes are those of drug-class.ts.
 */
export const BODY = `
albuterol | proventil, ventolin, proair, salbutamol, accuneb | saba | 435
levalbuterol | xopenex | saba | 237159
terbutaline | brethine | saba | 10368
salmeterol | serevent | laba, cyp3a4-substrate | 36117
formoterol | perforomist, foradil | laba | 25255
vilanterol | | laba |
ipratropium | atrovent | inhaled-anticholinergic | 7213
tiotropium | spiriva | inhaled-anticholinergic | 69120
fluticasone | flovent, flonase, arnuity, cutivate, fluticasone propionate, fluticasone furoate, veramyst, armonair | local-corticosteroid, cyp3a4-steroid | 41126
budesonide | pulmicort, rhinocort, entocort, uceris | local-corticosteroid, cyp3a4-steroid | 19831
beclomethasone | qvar, qnasl | local-corticosteroid | 1347
mometasone | asmanex, nasonex, elocon | local-corticosteroid | 108118
ciclesonide | alvesco, omnaris | local-corticosteroid | 274964
triamcinolone | kenalog, nasacort, triamcinolone acetonide | local-corticosteroid | 10759
hydrocortisone | cortaid, cortizone, cortef, solu cortef | corticosteroid-mixed | 5492
prednisone | deltasone, rayos, sterapred | systemic-corticosteroid | 8640
prednisolone | orapred, prelone, pediapred, millipred, prednisolone sodium phosphate | systemic-corticosteroid | 8638
methylprednisolone | medrol, solu medrol, depo medrol | systemic-corticosteroid | 6902
dexamethasone | decadron, dexpak, hemady | systemic-corticosteroid, weak-inducer | 3264
betamethasone | celestone, diprolene | local-corticosteroid | 1514
clobetasol | temovate, clobex | local-corticosteroid |
desonide | desowen | local-corticosteroid | 3254
fluocinolone | derma smoothe, dermotic | local-corticosteroid |
fluocinonide | lidex, vanos | local-corticosteroid | 25120
tacrolimus | prograf, protopic | calcineurin-inhibitor, qt-possible | 42316
pimecrolimus | elidel | |
cyclosporine | neoral, sandimmune, gengraf, ciclosporin, restasis | calcineurin-inhibitor, cyp3a4-moderate-inhibitor, transporter-inhibitor | 3008
montelukast | singulair | leukotriene-antagonist | 88249
zafirlukast | accolate | leukotriene-antagonist, cyp2c9-inhibitor | 114970
zileuton | zyflo | cyp1a2-inhibitor | 40575
theophylline | theo 24, theochron, elixophyllin | methylxanthine, cyp1a2-substrate | 10438
aminophylline | | methylxanthine, cyp1a2-substrate | 689
cetirizine | zyrtec, aller tec | h1-non-sedating | 20610
levocetirizine | xyzal | h1-non-sedating | 356887
loratadine | claritin, alavert | h1-non-sedating | 28889
desloratadine | clarinex | h1-non-sedating | 275635
fexofenadine | allegra | h1-non-sedating | 87636
diphenhydramine | benadryl, banophen, unisom sleepgels | h1-sedating | 3498
hydroxyzine | vistaril, atarax | h1-sedating, qt-possible | 5553
chlorpheniramine | chlor trimeton, chlorphenamine | h1-sedating | 2400
brompheniramine | dimetapp cold and allergy | h1-sedating | 1767
doxylamine | unisom | h1-sedating | 3642
cyproheptadine | periactin | h1-sedating | 3013
meclizine | antivert, bonine | h1-sedating | 6676
terfenadine | seldane | h1-non-sedating, qt-prolonging |
astemizole | hismanal | h1-non-sedating, qt-prolonging |
azelastine | astelin, astepro, optivar | |
olopatadine | patanol, pataday, patanase | | 135391
ketotifen | zaditor, alaway | | 6146
guaifenesin | mucinex, robitussin | expectorant | 5032
benzonatate | tessalon | antitussive | 18993
epinephrine | epipen, auvi q, adrenalin, adrenaclick, adrenaline, neffy, symjepi | | 3992
omeprazole | prilosec | ppi, cyp2c19-inhibitor | 7646
esomeprazole | nexium | ppi, cyp2c19-inhibitor | 283742
lansoprazole | prevacid | ppi | 17128
dexlansoprazole | dexilant, kapidex | ppi | 816346
pantoprazole | protonix | ppi | 40790
rabeprazole | aciphex | ppi | 114979
famotidine | pepcid | h2-blocker, cyp1a2-inhibitor | 4278
cimetidine | tagamet | h2-blocker, cyp1a2-inhibitor, cyp3a4-moderate-inhibitor | 2541
ranitidine | zantac | h2-blocker | 9143
nizatidine | axid | h2-blocker | 42319
calcium carbonate | tums, caltrate, os cal | polyvalent-cation, calcium-salt | 1897
aluminum hydroxide | | polyvalent-cation | 612
magnesium hydroxide | milk of magnesia | polyvalent-cation | 6581
sucralfate | carafate | polyvalent-cation | 10156
ondansetron | zofran, zuplenz | 5ht3-antagonist, qt-prolonging | 26225
granisetron | kytril, sancuso | 5ht3-antagonist, qt-possible | 26237
dolasetron | anzemet | 5ht3-antagonist, qt-possible | 68091
palonosetron | aloxi | 5ht3-antagonist | 70561
aprepitant | emend | cyp3a4-moderate-inhibitor | 358255
metoclopramide | reglan | dopamine-antiemetic | 6915
domperidone | motilium | dopamine-antiemetic, qt-prolonging | 3626
cisapride | propulsid | qt-prolonging |
polyethylene glycol 3350 | miralax, peg 3350, glycolax, gavilax, macrogol, polyethylene glycol | laxative | 221147
lactulose | enulose, constulose, kristalose | laxative | 6218
senna | senokot, ex lax, sennosides | laxative |
docusate | colace | laxative | 82003
bisacodyl | dulcolax | laxative | 1596
loperamide | imodium | qt-possible, antidiarrheal | 6468
diphenoxylate | | antidiarrheal | 3494
atropine | isopto atropine, atropen | anticholinergic | 1223
simethicone | mylicon, gas x | | 9796
dicyclomine | bentyl | anticholinergic | 3361
hyoscyamine | levsin, levbid | anticholinergic | 153970
mesalamine | asacol, pentasa, lialda, mesalazine | salicylate-bowel | 52582
ursodiol | actigall, urso, ursodeoxycholic acid | | 62427
lisinopril | prinivil, zestril, qbrelis | ace-inhibitor | 29046
enalapril | vasotec, epaned | ace-inhibitor | 3827
captopril | capoten | ace-inhibitor | 1998
benazepril | lotensin | ace-inhibitor | 18867
ramipril | altace | ace-inhibitor | 35296
quinapril | accupril | ace-inhibitor | 35208
fosinopril | monopril | ace-inhibitor | 50166
losartan | cozaar | arb | 52175
valsartan | diovan | arb | 69749
irbesartan | avapro | arb | 83818
candesartan | atacand | arb | 214354
olmesartan | benicar | arb | 321064
telmisartan | micardis | arb | 73494
sacubitril | | neprilysin-inhibitor | 1656328
aliskiren | tekturna | renin-inhibitor | 325646
amlodipine | norvasc, katerzia, norliqva | calcium-blocker-dihydropyridine | 17767
nifedipine | procardia, adalat | calcium-blocker-dihydropyridine | 7417
felodipine | plendil | calcium-blocker-dihydropyridine | 4316
isradipine | dynacirc | calcium-blocker-dihydropyridine | 33910
diltiazem | cardizem, cartia, tiazac | calcium-blocker-rate, cyp3a4-moderate-inhibitor | 3443
verapamil | calan, verelan, isoptin | calcium-blocker-rate, cyp3a4-moderate-inhibitor, cyp1a2-inhibitor, transporter-inhibitor | 11170
bepridil | vascor | calcium-blocker-rate, qt-prolonging |
metoprolol | lopressor, toprol | beta-blocker, cyp2d6-substrate | 6918
atenolol | tenormin | beta-blocker | 1202
propranolol | inderal, hemangeol | beta-blocker, beta-blocker-nonselective | 8787
nadolol | corgard | beta-blocker, beta-blocker-nonselective | 7226
carvedilol | coreg | beta-blocker, beta-blocker-nonselective | 20352
labetalol | trandate, normodyne | beta-blocker, beta-blocker-nonselective | 6185
bisoprolol | zebeta | beta-blocker | 19484
nebivolol | bystolic | beta-blocker | 31555
timolol | timoptic | beta-blocker, beta-blocker-nonselective | 10600
sotalol | betapace, sorine | beta-blocker, beta-blocker-nonselective, qt-prolonging | 9947
hydrochlorothiazide | microzide, hctz | thiazide, sulfonamide-other | 5487
chlorthalidone | thalitone, hygroton | thiazide, sulfonamide-other | 2409
metolazone | zaroxolyn | thiazide, sulfonamide-other | 6916
indapamide | lozol | thiazide, sulfonamide-other, qt-possible | 5764
furosemide | lasix, frusemide | loop-diuretic, sulfonamide-other | 4603
bumetanide | bumex | loop-diuretic, sulfonamide-other | 1808
torsemide | demadex, soaanz | loop-diuretic, sulfonamide-other | 38413
spironolactone | aldactone, carospir | potassium-sparing, potassium-raising | 9997
eplerenone | inspra | potassium-sparing, potassium-raising, cyp3a4-substrate-contraindicated | 298869
amiloride | midamor | potassium-sparing, potassium-raising | 644
triamterene | dyrenium | potassium-sparing, potassium-raising | 10763
potassium chloride | klor con, k dur, k tab | potassium-raising, potassium-salt | 8591
acetazolamide | diamox | carbonic-anhydrase-inhibitor, sulfonamide-other | 167
methazolamide | neptazane | carbonic-anhydrase-inhibitor, sulfonamide-other | 6826
hydralazine | apresoline | | 5470
minoxidil | loniten, rogaine | | 6984
prazosin | minipress | alpha1-blocker | 8629
doxazosin | cardura | alpha1-blocker | 49276
tamsulosin | flomax | alpha1-blocker | 77492
digoxin | lanoxin | | 3407
amiodarone | pacerone, cordarone, nexterone | antiarrhythmic, qt-prolonging, cyp3a4-moderate-inhibitor, cyp2c9-inhibitor, cyp1a2-inhibitor, transporter-inhibitor | 703
dronedarone | multaq | antiarrhythmic, qt-prolonging, cyp3a4-moderate-inhibitor, transporter-inhibitor | 233698
disopyramide | norpace | antiarrhythmic, qt-prolonging | 3541
dofetilide | tikosyn | antiarrhythmic, qt-prolonging | 49247
flecainide | tambocor | antiarrhythmic, qt-prolonging | 4441
ibutilide | corvert | antiarrhythmic, qt-prolonging | 41289
mexiletine | mexitil | antiarrhythmic, cyp1a2-inhibitor | 6926
procainamide | pronestyl, procanbid | antiarrhythmic, qt-prolonging | 8700
propafenone | rythmol | antiarrhythmic, cyp1a2-inhibitor | 8754
quinidine | | antiarrhythmic, qt-prolonging, cyp2d6-strong-inhibitor, transporter-inhibitor, cinchona | 9068
probucol | lorelco | qt-prolonging |
anagrelide | agrylin | qt-prolonging |
nitroglycerin | nitrostat, nitro dur, glyceryl trinitrate | nitrate | 4917
isosorbide mononitrate | imdur, ismo | nitrate |
isosorbide dinitrate | isordil | nitrate | 6058
sildenafil | viagra, revatio | pde5-inhibitor | 136411
tadalafil | cialis, adcirca | pde5-inhibitor | 358263
vardenafil | levitra, staxyn | pde5-inhibitor, qt-possible | 306674
simvastatin | zocor | statin, statin-3a4 | 36567
lovastatin | mevacor, altoprev | statin, statin-3a4 | 6472
atorvastatin | lipitor | statin, statin-3a4-partly | 83367
rosuvastatin | crestor | statin | 301542
pravastatin | pravachol | statin | 42463
fluvastatin | lescol | statin | 41127
pitavastatin | livalo | statin | 861634
gemfibrozil | lopid | fibrate | 4719
fenofibrate | tricor, trilipix, lofibra | fibrate | 8703
ezetimibe | zetia | | 341248
niacin | niaspan | |
warfarin | coumadin, jantoven | anticoagulant, vitamin-k-antagonist | 11289
apixaban | eliquis | anticoagulant, factor-xa-inhibitor | 1364430
rivaroxaban | xarelto | anticoagulant, factor-xa-inhibitor | 1114195
edoxaban | savaysa | anticoagulant, factor-xa-inhibitor | 1599538
dabigatran | pradaxa | anticoagulant |
heparin | | anticoagulant, heparin-like | 5224
enoxaparin | lovenox | anticoagulant, heparin-like | 67108
clopidogrel | plavix | antiplatelet | 32968
prasugrel | effient | antiplatelet | 613391
ticagrelor | brilinta | antiplatelet | 1116632
ticlopidine | ticlid | antiplatelet, cyp1a2-inhibitor, cyp2c19-inhibitor | 10594
dipyridamole | persantine | antiplatelet | 3521
cilostazol | pletal | antiplatelet, qt-possible | 21107
levothyroxine | synthroid, levoxyl, unithroid, euthyrox, tirosint, thyroxine | thyroid-hormone | 10582
liothyronine | cytomel | thyroid-hormone | 10814
methimazole | tapazole | antithyroid | 6835
propylthiouracil | ptu | antithyroid | 8794
metformin | glucophage, fortamet, riomet | biguanide | 6809
glipizide | glucotrol | sulfonylurea, sulfonamide-other | 4821
glyburide | diabeta, micronase, glibenclamide | sulfonylurea, sulfonamide-other | 4815
glimepiride | amaryl | sulfonylurea, sulfonamide-other | 25789
pioglitazone | actos | glitazone | 33738
sitagliptin | januvia | dpp4-inhibitor | 593411
linagliptin | tradjenta | dpp4-inhibitor | 1100699
empagliflozin | jardiance | sglt2-inhibitor | 1545653
dapagliflozin | farxiga | sglt2-inhibitor | 1488564
liraglutide | victoza, saxenda | glp1-agonist | 475968
semaglutide | ozempic, wegovy, rybelsus | glp1-agonist | 1991302
dulaglutide | trulicity | glp1-agonist | 1551291
tirzepatide | mounjaro, zepbound | glp1-agonist | 2601723
insulin glargine | lantus, basaglar, toujeo, semglee | insulin-long | 274783
insulin detemir | levemir | insulin-long | 139825
insulin degludec | tresiba | insulin-long | 1670007
insulin lispro | humalog, admelog | insulin-rapid | 86009
insulin aspart | novolog, fiasp | insulin-rapid | 51428
insulin regular | humulin r, novolin r, insulin human, regular insulin | insulin-rapid |
insulin nph | humulin n, novolin n, nph insulin, isophane insulin | insulin-long |
glucagon | baqsimi, gvoke | | 4832
ethinyl estradiol | estinyl | estrogen | 4124
estradiol | estrace, climara, vivelle | estrogen | 4083
norethindrone | camila, errin, aygestin, micronor | progestin | 7514
levonorgestrel | plan b, mirena, kyleena | progestin | 6373
norgestimate | | progestin | 31994
drospirenone | slynd | progestin, potassium-raising | 11636
etonogestrel | nexplanon | progestin | 14584
medroxyprogesterone | depo provera, provera | progestin | 6691
ulipristal | ella | progestin-receptor |
testosterone | androgel, depo testosterone | | 10379
desmopressin | ddavp, nocdurna | | 3251
oxybutynin | ditropan, oxytrol | bladder-antimuscarinic | 32675
tolterodine | detrol | bladder-antimuscarinic, qt-possible | 119565
solifenacin | vesicare | bladder-antimuscarinic, qt-possible | 322167
phenazopyridine | pyridium, azo | | 8120
finasteride | proscar, propecia | | 25025
allopurinol | zyloprim | xanthine-oxidase-inhibitor | 519
febuxostat | uloric | xanthine-oxidase-inhibitor | 73689
probenecid | benemid | | 8698
colchicine | colcrys, mitigare | | 2683
azathioprine | imuran, azasan | thiopurine | 1256
mercaptopurine | purinethol, purixan, 6 mp | thiopurine | 103
methotrexate | trexall, rheumatrex, otrexup | | 6851
leflunomide | arava | | 27169
mycophenolate | cellcept, myfortic, mycophenolate mofetil, mycophenolic acid | | 7145
irinotecan | camptosar, onivyde | | 51499
arsenic trioxide | trisenox | qt-prolonging |
vandetanib | caprelsa | qt-prolonging |
nilotinib | tasigna | qt-possible, cyp3a4-substrate | 662281
imatinib | gleevec | cyp3a4-moderate-inhibitor | 282388
tamoxifen | nolvadex | | 10324
bosentan | tracleer | moderate-inducer | 75207
conivaptan | vaprisol | cyp3a4-strong-inhibitor |
ferrous sulfate | feosol, fer in sol, slow fe, iron sulfate | iron, polyvalent-cation | 24947
ferrous gluconate | fergon | iron, polyvalent-cation | 24942
ferrous fumarate | | iron, polyvalent-cation |
iron polysaccharide | niferex, novaferrum | iron, polyvalent-cation |
zinc | zinc sulfate, zinc gluconate | polyvalent-cation |
cholecalciferol | vitamin d, vitamin d3, d vi sol, delta d3 | vitamin-d | 2418
ergocalciferol | vitamin d2, drisdol, calciferol | vitamin-d | 4018
folic acid | folate | | 4511
cyanocobalamin | vitamin b12, b12 | | 11248
multivitamin | poly vi sol, multivitamins | |
fluoride | sodium fluoride, luride | |
isotretinoin | accutane, absorica, claravis, amnesteem | oral-retinoid | 6064
tretinoin | retin a, renova | topical-retinoid | 10753
adapalene | differin | topical-retinoid | 60223
benzoyl peroxide | panoxyl, benzac | | 1418
salicylic acid | compound w | | 9525
imiquimod | aldara | |
alendronate | fosamax | bisphosphonate, cation-bound | 46041
penicillamine | cuprimine, depen | cation-bound | 7975
`;
