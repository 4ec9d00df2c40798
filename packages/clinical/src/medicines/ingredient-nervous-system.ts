/**
 * Ingredients for mind, nerves and pain, a line each: name | other and brand names | classes | RxNorm ingredient code.
 * Codes only where they are certain. Classes are those of drug-class.ts.
 */
export const NERVOUS_SYSTEM = `
acetaminophen | tylenol, paracetamol, apap, feverall, ofirmev, panadol, tempra | | 161
ibuprofen | advil, motrin, nurofen, caldolor | nsaid | 5640
naproxen | aleve, naprosyn, anaprox, naproxen sodium | nsaid | 7258
aspirin | asa, acetylsalicylic acid, bayer, ecotrin, bufferin | nsaid, salicylate, antiplatelet | 1191
diclofenac | voltaren, cataflam | nsaid | 3355
indomethacin | indocin, indometacin | nsaid | 5781
ketorolac | toradol, sprix | nsaid | 35827
meloxicam | mobic | nsaid | 41493
etodolac | lodine | nsaid | 24605
nabumetone | relafen | nsaid | 31448
piroxicam | feldene | nsaid | 8356
sulindac | clinoril | nsaid | 10237
oxaprozin | daypro | nsaid |
flurbiprofen | ansaid | nsaid | 4502
ketoprofen | orudis | nsaid | 6142
mefenamic acid | ponstel | nsaid |
celecoxib | celebrex | coxib, sulfonamide-other, cyp2d6-inhibitor | 140587
bismuth subsalicylate | pepto bismol, kaopectate | salicylate, bismuth |
salsalate | disalcid | salicylate |
codeine | | opioid, phenanthrene-opioid | 2670
morphine | ms contin, kadian, roxanol | opioid, phenanthrene-opioid | 7052
hydrocodone | hysingla, zohydro | opioid, phenanthrene-opioid | 5489
hydromorphone | dilaudid, exalgo | opioid, phenanthrene-opioid | 3423
oxycodone | roxicodone, oxycontin, oxaydo | opioid, phenanthrene-opioid | 7804
oxymorphone | opana | opioid, phenanthrene-opioid |
buprenorphine | subutex, butrans, sublocade, belbuca | opioid, phenanthrene-opioid, qt-possible | 1819
fentanyl | duragesic, actiq, sublimaze | opioid, serotonergic-opioid | 4337
meperidine | demerol, pethidine | opioid, serotonergic-opioid | 6754
methadone | dolophine, methadose | opioid, serotonergic-opioid, qt-prolonging | 6813
tramadol | ultram, conzip | opioid, serotonergic-opioid | 10689
tapentadol | nucynta | opioid, serotonergic-opioid |
levomethadyl | levomethadyl acetate, orlaam, levacetylmethadol, laam | opioid, qt-prolonging |
levorphanol | | opioid, serotonergic-opioid |
pentazocine | talwin | opioid, serotonergic-opioid |
propoxyphene | darvon, dextropropoxyphene | opioid, serotonergic-opioid, qt-possible |
alfentanil | alfenta | opioid | 480
sufentanil | sufenta, dsuvia | opioid |
remifentanil | ultiva | opioid |
butorphanol | stadol | opioid |
nalbuphine | nubain | opioid |
naloxone | narcan, kloxxado, zimhi | opioid-antagonist | 7242
naltrexone | vivitrol, revia | opioid-antagonist | 7243
dextromethorphan | delsym, dxm | serotonergic-opioid, antitussive | 3289
sertraline | zoloft | ssri | 36437
fluoxetine | prozac, sarafem | ssri, cyp2d6-strong-inhibitor, cyp2c19-inhibitor | 4493
paroxetine | paxil, pexeva, brisdelle | ssri, cyp2d6-strong-inhibitor | 32937
citalopram | celexa | ssri, qt-prolonging | 2556
escitalopram | lexapro | ssri, qt-prolonging | 321988
fluvoxamine | luvox | ssri, cyp1a2-strong-inhibitor, cyp2c19-inhibitor, cyp3a4-moderate-inhibitor | 42355
vilazodone | viibryd | ssri |
vortioxetine | trintellix, brintellix | ssri | 1455099
venlafaxine | effexor | snri | 39786
desvenlafaxine | pristiq, khedezla | snri | 734064
duloxetine | cymbalta, drizalma | snri, cyp2d6-inhibitor | 72625
milnacipran | savella | snri | 588250
levomilnacipran | fetzima | snri |
atomoxetine | strattera | norepinephrine-reuptake-inhibitor | 38400
viloxazine | qelbree | norepinephrine-reuptake-inhibitor, cyp1a2-strong-inhibitor |
bupropion | wellbutrin, zyban, aplenzin, budeprion | seizure-threshold, cyp2d6-strong-inhibitor | 42347
mirtazapine | remeron | serotonergic-other | 15996
trazodone | desyrel, oleptro | serotonergic-other, sedative | 10737
nefazodone | serzone | serotonergic-other, cyp3a4-strong-inhibitor | 31565
buspirone | buspar | serotonergic-other | 1827
amitriptyline | elavil | tca | 704
nortriptyline | pamelor | tca | 7531
imipramine | tofranil | tca | 5691
desipramine | norpramin | tca | 3247
clomipramine | anafranil | tca | 2597
doxepin | sinequan, silenor, prudoxin | tca | 3638
protriptyline | vivactil | tca | 8886
trimipramine | surmontil | tca | 10834
amoxapine | asendin | tca | 722
maprotiline | ludiomil | tca |
cyclobenzaprine | flexeril, amrix, fexmid | muscle-relaxant, tricyclic-relaxant | 21949
phenelzine | nardil | maoi | 8123
tranylcypromine | parnate | maoi | 10734
isocarboxazid | marplan | maoi | 6011
selegiline | emsam, eldepryl, zelapar, deprenyl | maoi | 9639
rasagiline | azilect | maoi | 134748
safinamide | xadago | maoi |
procarbazine | matulane | maoi | 8702
moclobemide | | maoi |
methylene blue | provayblue, methylthioninium | weak-maoi | 6878
methylphenidate | ritalin, concerta, metadate, methylin, quillivant, quillichew, daytrana, aptensio, jornay | amphetamine-like | 6901
dexmethylphenidate | focalin | amphetamine-like |
serdexmethylphenidate | | amphetamine-like |
amphetamine | evekeo, adzenys, dyanavel, amfetamine | amphetamine-like | 725
dextroamphetamine | dexedrine, zenzedi, procentra, dexamfetamine | amphetamine-like | 3288
mixed amphetamine salts | adderall, mydayis, amphetamine dextroamphetamine, dextroamphetamine amphetamine, dextroamphetamine saccharate amphetamine aspartate dextroamphetamine sulfate amphetamine sulfate | amphetamine-like |
lisdexamfetamine | vyvanse | amphetamine-like | 700810
methamphetamine | desoxyn, metamfetamine | amphetamine-like | 6816
benzphetamine | didrex, benzfetamine | amphetamine-like |
diethylpropion | tenuate, amfepramone | amphetamine-like |
phendimetrazine | bontril | amphetamine-like |
phentermine | adipex, lomaira | amphetamine-like | 8152
pseudoephedrine | sudafed | decongestant | 8896
phenylephrine | sudafed pe, neo synephrine | decongestant | 8163
ephedrine | | decongestant | 3966
oxymetazoline | afrin | topical-decongestant | 7812
guanfacine | intuniv, tenex | alpha2-agonist | 40114
clonidine | catapres, kapvay, onyda | alpha2-agonist | 2599
cocaine | goprelto, numbrino | qt-prolonging, sympathomimetic-other | 2653
caffeine | cafcit | | 1886
modafinil | provigil | wakefulness, moderate-inducer | 30125
armodafinil | nuvigil | wakefulness, moderate-inducer |
alprazolam | xanax | benzodiazepine, cyp3a4-sedative | 596
clonazepam | klonopin | benzodiazepine | 2598
diazepam | valium, diastat, valtoco | benzodiazepine | 3322
lorazepam | ativan | benzodiazepine | 6470
midazolam | versed, nayzilam | benzodiazepine, cyp3a4-sedative | 6960
triazolam | halcion | benzodiazepine, cyp3a4-sedative | 10767
temazepam | restoril | benzodiazepine | 10355
chlordiazepoxide | librium | benzodiazepine | 2356
oxazepam | serax | benzodiazepine | 7781
clobazam | onfi, sympazan | benzodiazepine, antiepileptic | 21241
zolpidem | ambien | z-drug, sedative | 39993
eszopiclone | lunesta | z-drug, sedative | 461016
zaleplon | sonata | z-drug, sedative | 74667
ramelteon | rozerem | melatonin-agonist | 596205
melatonin | | melatonin-agonist |
suvorexant | belsomra | sedative |
haloperidol | haldol | antipsychotic, qt-prolonging | 5093
chlorpromazine | thorazine | antipsychotic, phenothiazine, qt-prolonging | 2403
thioridazine | mellaril | antipsychotic, phenothiazine, qt-prolonging | 10502
mesoridazine | serentil | antipsychotic, phenothiazine, qt-prolonging |
perphenazine | trilafon | antipsychotic, phenothiazine, qt-possible | 8076
fluphenazine | prolixin | antipsychotic, phenothiazine | 4496
prochlorperazine | compazine, compro | phenothiazine, dopamine-antiemetic | 8704
promethazine | phenergan | phenothiazine, h1-sedating, qt-possible | 8745
pimozide | orap | antipsychotic, qt-prolonging | 8331
sulpiride | | antipsychotic, qt-prolonging |
droperidol | inapsine | dopamine-antiemetic, qt-prolonging | 3648
aripiprazole | abilify | antipsychotic | 89013
risperidone | risperdal | antipsychotic, qt-possible | 35636
quetiapine | seroquel | antipsychotic, qt-possible, cyp3a4-sedative | 51272
olanzapine | zyprexa | antipsychotic, qt-possible | 61381
ziprasidone | geodon | antipsychotic, qt-prolonging | 115698
clozapine | clozaril | antipsychotic, qt-possible, seizure-threshold, cyp1a2-substrate | 2626
lurasidone | latuda | antipsychotic, cyp3a4-substrate-contraindicated | 1040028
paliperidone | invega | antipsychotic, qt-possible | 679314
asenapine | saphris | antipsychotic, qt-possible |
lithium | lithobid, eskalith, lithium carbonate | serotonergic-other | 6448
carbamazepine | tegretol, carbatrol, epitol, equetro | antiepileptic, aromatic-antiepileptic, strong-inducer | 2002
oxcarbazepine | trileptal, oxtellar | antiepileptic, aromatic-antiepileptic, moderate-inducer | 32624
eslicarbazepine | aptiom | antiepileptic, aromatic-antiepileptic, moderate-inducer |
phenytoin | dilantin, phenytek | antiepileptic, aromatic-antiepileptic, strong-inducer | 8183
fosphenytoin | cerebyx | antiepileptic, aromatic-antiepileptic, strong-inducer | 72236
phenobarbital | luminal, sezaby | antiepileptic, aromatic-antiepileptic, barbiturate, strong-inducer | 8134
primidone | mysoline | antiepileptic, aromatic-antiepileptic, barbiturate, strong-inducer | 8691
butalbital | | barbiturate | 19860
lamotrigine | lamictal | antiepileptic, aromatic-antiepileptic | 28439
valproic acid | depakene, valproate, valproate sodium, divalproex, divalproex sodium, depakote | antiepileptic | 11118
levetiracetam | keppra, spritam | antiepileptic | 114477
brivaracetam | briviact | antiepileptic | 1739745
topiramate | topamax, trokendi, qudexy, eprontia | antiepileptic, carbonic-anhydrase-inhibitor | 38404
zonisamide | zonegran | antiepileptic, carbonic-anhydrase-inhibitor, sulfonamide-other | 39998
ethosuximide | zarontin | antiepileptic | 4135
gabapentin | neurontin, gralise, horizant | gabapentinoid | 25480
pregabalin | lyrica | gabapentinoid | 187832
lacosamide | vimpat | antiepileptic | 623400
rufinamide | banzel | antiepileptic |
vigabatrin | sabril | antiepileptic | 14851
felbamate | felbatol | antiepileptic | 24812
perampanel | fycompa | antiepileptic |
cannabidiol | epidiolex | antiepileptic |
sumatriptan | imitrex, onzetra, zembrace | triptan, triptan-mao, sulfonamide-other | 37418
rizatriptan | maxalt | triptan, triptan-mao | 88014
zolmitriptan | zomig | triptan, triptan-mao | 135775
almotriptan | axert | triptan | 279645
eletriptan | relpax | triptan, cyp3a4-substrate-contraindicated | 231049
frovatriptan | frova | triptan |
naratriptan | amerge | triptan | 141366
ergotamine | ergomar | ergot | 4025
dihydroergotamine | d h e 45, migranal, trudhesa, dhe | ergot | 3418
ergonovine | ergometrine, ergotrate | ergot |
methylergonovine | methergine, methylergometrine | ergot |
baclofen | lioresal, ozobax, lyvispah | muscle-relaxant, sedative | 1292
tizanidine | zanaflex | muscle-relaxant, alpha2-agonist | 57258
methocarbamol | robaxin | muscle-relaxant | 6845
metaxalone | skelaxin | muscle-relaxant | 59078
carisoprodol | soma | muscle-relaxant, sedative | 2101
orphenadrine | norflex | muscle-relaxant | 7715
benztropine | cogentin | anticholinergic | 1424
donepezil | aricept | cholinesterase-inhibitor, qt-possible | 135447
memantine | namenda | | 6719
levodopa | | dopaminergic | 6375
carbidopa | lodosyn | | 2019
ropinirole | requip | dopaminergic, cyp1a2-substrate | 72302
pramipexole | mirapex | dopaminergic | 746741
amantadine | symmetrel, gocovri | dopaminergic | 620
sevoflurane | ultane | volatile-anaesthetic, qt-prolonging | 36453
propofol | diprivan | anaesthetic | 8782
ketamine | ketalar, esketamine, spravato | anaesthetic |
lidocaine | xylocaine, lidoderm, lignocaine, zingo | amide-anaesthetic | 6387
bupivacaine | marcaine, sensorcaine | amide-anaesthetic | 1815
prilocaine | | amide-anaesthetic |
ropivacaine | naropin | amide-anaesthetic | 35780
benzocaine | orajel, hurricaine, anbesol | ester-anaesthetic | 1399
tetracaine | | ester-anaesthetic | 10391
procaine | novocain | ester-anaesthetic | 8701
alcohol | ethanol | sedative | 448
st john s wort | hypericum, saint john s wort | strong-inducer, serotonergic-other |
`;
