/**
 * Dose ranges of all other drugs. A line each, read by dose-rule.ts:
 * drug | use | age | weight in kg | dose | most per dose | most per day | times a day | kidneys | source.
 * By mouth unless the use says otherwise. Conservative: what is not certain is left out.
 */
export const OTHER_DOSES = `
acetaminophen | pain, fever | 84d-12y | -50 | 10-15 mg/kg | 750 | 75 mg/kg | 1-5 | | AAP dosing table 2022; FDA label, Ofirmev
acetaminophen | pain, fever | 84d-12y | 50- | 480-1000 mg | 1000 | 4000 | 1-5 | | AAP dosing table 2022; FDA label, Ofirmev
acetaminophen | pain, fever | 12y- | -50 | 10-15 mg/kg | 650 | 75 mg/kg | 1-5 | | FDA label, Ofirmev
acetaminophen | pain, fever | 12y- | 50- | 325-1000 mg | 1000 | 4000 | 1-6 | | FDA label, acetaminophen
ibuprofen | pain, fever | 6mo-12y | | 5-10 mg/kg | 400 | 40 mg/kg | 1-4 | avoid with weak kidneys or dehydration | FDA label, Motrin suspension
ibuprofen | pain, fever | 12y-18y | -40 | 5-10 mg/kg | 400 | 40 mg/kg | 1-4 | avoid with weak kidneys or dehydration | FDA label, Motrin suspension
ibuprofen | pain, fever | 12y-18y | 40- | 200-600 mg | 600 | 40 mg/kg | 1-4 | avoid with weak kidneys or dehydration | FDA labels, Motrin suspension and tablets
ibuprofen | pain, fever | 18y- | | 200-800 mg | 800 | 3200 | 1-4 | avoid with weak kidneys or dehydration | FDA label, Motrin
naproxen | juvenile arthritis | 2y-18y | | 10 mg/kg/day | 500 | 1000 | 2 | below 30 mL/min not recommended | FDA label, Naprosyn
naproxen | pain, over the counter | 12y- | 40- | 220-440 mg | 440 | 660 | 1-3 | below 30 mL/min not recommended | FDA label, Aleve
naproxen | pain | 18y- | | 250-500 mg | 500 | 1250 | 1-3 | below 30 mL/min not recommended | FDA label, Naprosyn
albuterol | wheeze, nebulized | 2y-12y | | 0.63-2.5 mg | 2.5 | 10 | 1-6 | | FDA labels, AccuNeb, albuterol 0.083 %
albuterol | wheeze, nebulized | 12y- | | 2.5 mg | 2.5 | 10 | 1-4 | | FDA label, albuterol 0.083 %
albuterol | wheeze, nebulized, sudden attack | 0d-5y | | 0.63-2.5 mg | 2.5 | 15 | 1-6 | | NAEPP asthma guideline 2007
albuterol | wheeze, nebulized, sudden attack | 5y- | | 1.25-5 mg | 5 | 30 | 1-6 | | NAEPP asthma guideline 2007
albuterol | wheeze, inhaler | 4y- | | 0.09-0.18 mg | 0.18 | 1.08 | 1-6 | | FDA label, ProAir HFA
budesonide | asthma, nebulized | 1y-9y | | 0.25-1 mg/day | 1 | 1 | 1-2 | | FDA label, Pulmicort Respules
fluticasone | asthma, inhaler | 4y-12y | | 0.088 mg | 0.088 | 0.176 | 2 | | FDA label, Flovent HFA
fluticasone | asthma, inhaler | 12y- | | 0.088-0.88 mg | 0.88 | 1.76 | 2 | | FDA label, Flovent HFA
montelukast | asthma, allergy | 6mo-6y | | 4 mg | 4 | 4 | 1 | | FDA label, Singulair
montelukast | asthma, allergy | 6y-15y | | 5 mg | 5 | 5 | 1 | | FDA label, Singulair
montelukast | asthma, allergy | 15y- | | 10 mg | 10 | 10 | 1 | | FDA label, Singulair
prednisolone | asthma attack, inflammation | 0d-18y | | 0.5-2 mg/kg/day | 60 | 60 | 1-4 | | FDA label, Orapred; NAEPP asthma guideline 2007
prednisolone | inflammation | 18y- | | 5-60 mg/day | 60 | 60 | 1-4 | | FDA label, Orapred
prednisone | asthma attack, inflammation | 0d-18y | | 0.5-2 mg/kg/day | 60 | 60 | 1-4 | | FDA label, prednisone; NAEPP asthma guideline 2007
prednisone | inflammation | 18y- | | 5-60 mg/day | 60 | 80 | 1-4 | | FDA label, prednisone
dexamethasone | croup (single dose) | 1mo-18y | | 0.15-0.6 mg/kg | 16 | 16 | 1 | | Bjornson et al., N Engl J Med 2004;351:1306
dexamethasone | asthma attack, 1 or 2 days | 1y-18y | | 0.3-0.6 mg/kg | 16 | 16 | 1 | | Keeney et al., Pediatrics 2014;133:493
cetirizine | allergy | 6mo-1y | | 2.5 mg | 2.5 | 2.5 | 1 | below 30 mL/min half the dose | FDA label, cetirizine syrup
cetirizine | allergy | 1y-2y | | 2.5 mg | 2.5 | 5 | 1-2 | below 30 mL/min half the dose | FDA label, cetirizine syrup
cetirizine | allergy | 2y-6y | | 2.5-5 mg | 5 | 5 | 1-2 | below 30 mL/min half the dose | FDA label, cetirizine syrup
cetirizine | allergy | 6y- | | 5-10 mg | 10 | 10 | 1 | below 30 mL/min half the dose | FDA label, cetirizine
levocetirizine | allergy | 6mo-6y | | 1.25 mg | 1.25 | 1.25 | 1 | children with weak kidneys: not at all | FDA label, Xyzal
levocetirizine | allergy | 6y-12y | | 2.5 mg | 2.5 | 2.5 | 1 | children with weak kidneys: not at all | FDA label, Xyzal
levocetirizine | allergy | 12y- | | 2.5-5 mg | 5 | 5 | 1 | below 50 mL/min give less often | FDA label, Xyzal
loratadine | allergy | 2y-6y | | 5 mg | 5 | 5 | 1 | below 30 mL/min every other day | FDA label, Claritin
loratadine | allergy | 6y- | | 10 mg | 10 | 10 | 1 | below 30 mL/min every other day | FDA label, Claritin
desloratadine | allergy | 6mo-1y | | 1 mg | 1 | 1 | 1 | | FDA label, Clarinex
desloratadine | allergy | 1y-6y | | 1.25 mg | 1.25 | 1.25 | 1 | | FDA label, Clarinex
desloratadine | allergy | 6y-12y | | 2.5 mg | 2.5 | 2.5 | 1 | | FDA label, Clarinex
desloratadine | allergy | 12y- | | 5 mg | 5 | 5 | 1 | every other day with weak kidneys | FDA label, Clarinex
fexofenadine | hives | 6mo-2y | | 15 mg | 15 | 30 | 2 | once a day with weak kidneys | FDA label, Allegra suspension
fexofenadine | allergy, hives | 2y-12y | | 30 mg | 30 | 60 | 2 | once a day with weak kidneys | FDA label, Allegra
fexofenadine | allergy, hives | 12y- | | 60-180 mg | 180 | 180 | 1-2 | 60 mg once a day with weak kidneys | FDA label, Allegra
diphenhydramine | allergy | 2y-6y | | 1-1.25 mg/kg | 25 | 5 mg/kg | 1-4 | | FDA label, diphenhydramine elixir (by prescription)
diphenhydramine | allergy | 6y-12y | | 12.5-25 mg | 25 | 150 | 1-6 | | FDA label, Benadryl
diphenhydramine | allergy | 12y- | | 25-50 mg | 50 | 300 | 1-6 | | FDA label, Benadryl
cyproheptadine | allergy | 2y-7y | | 2-4 mg | 4 | 12 | 2-3 | | FDA label, cyproheptadine
cyproheptadine | allergy | 7y-15y | | 4 mg | 4 | 16 | 2-4 | | FDA label, cyproheptadine
cyproheptadine | allergy | 15y- | | 4-8 mg | 8 | 32 | 2-4 | | FDA label, cyproheptadine
pseudoephedrine | stuffy nose | 4y-6y | | 15 mg | 15 | 60 | 1-4 | with care | FDA label, Children's Sudafed
pseudoephedrine | stuffy nose | 6y-12y | | 30 mg | 30 | 120 | 1-4 | with care | FDA label, Children's Sudafed
pseudoephedrine | stuffy nose | 12y- | | 30-60 mg | 60 | 240 | 1-4 | with care | FDA label, Sudafed
epinephrine | anaphylaxis, into the thigh muscle | 0d- | -30 | 0.008-0.012 mg/kg | 0.3 | | 1-3 | | WAO anaphylaxis guidance 2020; AAP 2017
epinephrine | anaphylaxis, auto-injector 0.1 mg | 0d- | 7.5-15 | 0.1 mg | 0.1 | | 1-3 | | FDA label, Auvi-Q
epinephrine | anaphylaxis, auto-injector 0.15 mg | 0d- | 7.5-30 | 0.15 mg | 0.15 | | 1-3 | | FDA label, EpiPen Jr; AAP 2017
epinephrine | anaphylaxis, into the thigh muscle | 0d- | 25- | 0.3-0.5 mg | 0.5 | | 1-3 | | FDA label, EpiPen; AAP 2017
omeprazole | reflux disease | 1mo-1y | 3-5 | 2.5 mg | 2.5 | 2.5 | 1 | | FDA label, Prilosec
omeprazole | reflux disease | 1mo-17y | 5-10 | 5 mg | 5 | 5 | 1 | | FDA label, Prilosec
omeprazole | reflux disease | 1mo-17y | 10-20 | 10 mg | 10 | 10 | 1 | | FDA label, Prilosec
omeprazole | reflux disease | 1y-17y | 20- | 20 mg | 20 | 20 | 1 | | FDA label, Prilosec
omeprazole | reflux disease, ulcer | 17y- | | 20-40 mg | 40 | 80 | 1-2 | | FDA label, Prilosec
lansoprazole | reflux disease | 1y-12y | -30.1 | 15-30 mg | 30 | 60 | 1-2 | | FDA label, Prevacid
lansoprazole | reflux disease | 1y-12y | 30.1- | 30 mg | 30 | 60 | 1-2 | | FDA label, Prevacid
lansoprazole | reflux disease, ulcer | 12y- | | 15-30 mg | 30 | 60 | 1-2 | | FDA label, Prevacid
esomeprazole | reflux disease | 1y-12y | -20 | 10 mg | 10 | 10 | 1 | | FDA label, Nexium
esomeprazole | reflux disease | 1y-12y | 20- | 10-20 mg | 20 | 20 | 1 | | FDA label, Nexium
esomeprazole | reflux disease | 12y- | | 20-40 mg | 40 | 80 | 1-2 | | FDA label, Nexium
famotidine | reflux disease | 0d-3mo | | 0.5 mg/kg | | | 1 | give less with weak kidneys | FDA label, Pepcid
famotidine | reflux disease | 3mo-1y | | 0.5 mg/kg | | | 2 | give less with weak kidneys | FDA label, Pepcid
famotidine | reflux disease, ulcer | 1y-17y | | 0.5-1 mg/kg/day | 40 | 80 | 1-2 | below 60 mL/min give less | FDA label, Pepcid
famotidine | reflux disease, ulcer | 17y- | | 10-40 mg | 40 | 80 | 1-2 | below 60 mL/min give less | FDA label, Pepcid
ondansetron | vomiting with gastroenteritis (single dose) | 6mo-18y | 8-15.1 | 2 mg | 2 | 6 | 1-3 | | Freedman et al., N Engl J Med 2006;354:1698
ondansetron | vomiting with gastroenteritis (single dose) | 6mo-18y | 15.1-30.1 | 4 mg | 4 | 12 | 1-3 | | Freedman et al., N Engl J Med 2006;354:1698
ondansetron | vomiting with gastroenteritis (single dose) | 6mo-18y | 30.1- | 4-8 mg | 8 | 24 | 1-3 | | Freedman et al., N Engl J Med 2006;354:1698
ondansetron | nausea with chemotherapy (tablets) | 4y-12y | | 4 mg | 4 | 12 | 1-3 | | FDA label, Zofran
ondansetron | nausea | 12y- | | 4-8 mg | 8 | 24 | 1-3 | | FDA label, Zofran
polyethylene glycol 3350 | constipation | 6mo-18y | | 0.2-1 g/kg/day | 34 | 34 | 1-2 | | NASPGHAN constipation guideline 2014
polyethylene glycol 3350 | fecal impaction, up to 6 days | 6mo-18y | | 1-1.5 g/kg/day | 100 | 100 | 1-2 | | NASPGHAN constipation guideline 2014
polyethylene glycol 3350 | constipation | 17y- | | 17 g | 17 | 34 | 1-2 | | FDA label, MiraLAX
lactulose | constipation | 1mo-18y | | 1-2 g/kg/day | 40 | 40 | 1-2 | | NASPGHAN constipation guideline 2014
lactulose | constipation | 18y- | | 10-40 g/day | 40 | 40 | 1-2 | | FDA label, lactulose
senna | constipation | 2y-6y | | 4.3-8.6 mg | 8.6 | 17.2 | 1-2 | | FDA label, Senokot
senna | constipation | 6y-12y | | 8.6-17.2 mg | 17.2 | 34.4 | 1-2 | | FDA label, Senokot
senna | constipation | 12y- | | 8.6-34.4 mg | 34.4 | 68.8 | 1-2 | | FDA label, Senokot
ferrous sulfate | iron deficiency (counted in iron) | 0d-12y | | 3-6 mg/kg/day | 65 | 200 | 1-3 | | AAP iron report 2010; FDA label, Fer-In-Sol
ferrous sulfate | prevention in infants (counted in iron) | 0d-1y | | 1-2 mg/kg/day | 15 | 15 | 1 | | AAP iron report 2010
ferrous sulfate | iron deficiency (counted in iron) | 12y- | | 60-200 mg/day | 100 | 200 | 1-3 | | CDC iron recommendations 1998
cholecalciferol | vitamin D, infants | 0d-1y | | 400 units/day | 1000 | 1000 | 1 | | AAP 2008; IOM 2011
cholecalciferol | vitamin D | 1y-9y | | 400-1000 units/day | 2500 | 2500 | 1 | | IOM 2011
cholecalciferol | vitamin D | 9y- | | 400-2000 units/day | 4000 | 4000 | 1 | | IOM 2011
methylphenidate | ADHD, short-acting | 6y-18y | | 2.5-30 mg | 30 | 60 | 1-3 | | FDA label, Ritalin
methylphenidate | ADHD, once a day | 6y-13y | | 18-54 mg | 54 | 54 | 1 | | FDA label, Concerta
methylphenidate | ADHD, once a day, long-acting capsules | 6y- | | 10-60 mg | 60 | 60 | 1 | | FDA labels, Ritalin LA, Metadate CD
methylphenidate | ADHD, once a day | 13y- | | 18-72 mg | 72 | 72 | 1 | | FDA label, Concerta
methylphenidate | ADHD, short-acting | 18y- | | 5-30 mg | 30 | 60 | 1-3 | | FDA label, Ritalin
dexmethylphenidate | ADHD, short-acting | 6y- | | 2.5-10 mg | 10 | 20 | 2 | | FDA label, Focalin
dexmethylphenidate | ADHD, long-acting | 6y-18y | | 5-30 mg | 30 | 30 | 1 | | FDA label, Focalin XR
dexmethylphenidate | ADHD, long-acting | 18y- | | 10-40 mg | 40 | 40 | 1 | | FDA label, Focalin XR
mixed amphetamine salts | ADHD, short-acting | 3y-6y | | 2.5-40 mg/day | 20 | 40 | 1-3 | | FDA label, Adderall
mixed amphetamine salts | ADHD, short-acting | 6y- | | 5-40 mg/day | 20 | 40 | 1-3 | | FDA label, Adderall
mixed amphetamine salts | ADHD, long-acting | 6y-13y | | 5-30 mg | 30 | 30 | 1 | below 30 mL/min less | FDA label, Adderall XR
mixed amphetamine salts | ADHD, long-acting | 13y- | | 10-20 mg | 20 | 20 | 1 | below 30 mL/min less | FDA label, Adderall XR
lisdexamfetamine | ADHD | 6y- | | 20-70 mg | 70 | 70 | 1 | below 30 mL/min at most 50 mg | FDA label, Vyvanse
atomoxetine | ADHD | 6y-18y | -70 | 0.5-1.4 mg/kg/day | 100 | 100 | 1-2 | | FDA label, Strattera
atomoxetine | ADHD | 6y- | 70- | 40-100 mg/day | 100 | 100 | 1-2 | | FDA label, Strattera
atomoxetine | ADHD | 18y- | -70 | 40-100 mg/day | 100 | 100 | 1-2 | | FDA label, Strattera
guanfacine | ADHD, long-acting | 6y-13y | | 1-4 mg | 4 | 4 | 1 | may need less with weak kidneys | FDA label, Intuniv
guanfacine | ADHD, long-acting | 13y-18y | | 1-7 mg | 7 | 7 | 1 | may need less with weak kidneys | FDA label, Intuniv
clonidine | ADHD, long-acting | 6y-18y | | 0.1-0.4 mg/day | 0.2 | 0.4 | 1-2 | may need less with weak kidneys | FDA label, Kapvay
fluoxetine | depression | 8y-18y | | 10-20 mg | 20 | 20 | 1 | | FDA label, Prozac
fluoxetine | obsessive-compulsive disorder | 7y-18y | | 10-60 mg | 60 | 60 | 1 | | FDA label, Prozac
fluoxetine | depression, anxiety | 18y- | | 10-80 mg | 80 | 80 | 1-2 | | FDA label, Prozac
sertraline | obsessive-compulsive disorder | 6y-18y | | 25-200 mg | 200 | 200 | 1 | | FDA label, Zoloft
sertraline | depression, anxiety | 18y- | | 25-200 mg | 200 | 200 | 1 | | FDA label, Zoloft
escitalopram | depression, anxiety | 7y- | | 10-20 mg | 20 | 20 | 1 | below 20 mL/min with care | FDA label, Lexapro (2023)
citalopram | depression | 18y- | | 10-40 mg | 40 | 40 | 1 | below 20 mL/min with care | FDA label, Celexa
levetiracetam | seizures | 1mo-6mo | | 7-21 mg/kg | | | 2 | below 80 mL/min lower the dose | FDA label, Keppra
levetiracetam | seizures | 6mo-4y | | 10-25 mg/kg | | | 2 | below 80 mL/min lower the dose | FDA label, Keppra
levetiracetam | seizures | 4y-16y | | 10-30 mg/kg | 1500 | 3000 | 2 | below 80 mL/min lower the dose | FDA label, Keppra
levetiracetam | seizures | 16y- | | 500-1500 mg | 1500 | 3000 | 2 | below 80 mL/min lower the dose | FDA label, Keppra
carbamazepine | seizures | 1mo-6y | | 10-35 mg/kg/day | | | 2-4 | | FDA label, Tegretol
carbamazepine | seizures | 6y-12y | | 200-1000 mg/day | | 1000 | 2-4 | | FDA label, Tegretol
carbamazepine | seizures | 12y-16y | | 400-1000 mg/day | | 1000 | 2-4 | | FDA label, Tegretol
carbamazepine | seizures | 16y- | | 400-1200 mg/day | | 1600 | 2-4 | | FDA label, Tegretol
valproic acid | seizures | 2y- | | 10-60 mg/kg/day | | | 1-4 | | FDA label, Depakene
levothyroxine | hypothyroidism | 0d-3mo | | 0.01-0.015 mg/kg | | | 1 | | FDA label, Synthroid
levothyroxine | hypothyroidism | 3mo-6mo | | 0.008-0.01 mg/kg | | | 1 | | FDA label, Synthroid
levothyroxine | hypothyroidism | 6mo-1y | | 0.006-0.008 mg/kg | | | 1 | | FDA label, Synthroid
levothyroxine | hypothyroidism | 1y-6y | | 0.005-0.006 mg/kg | | | 1 | | FDA label, Synthroid
levothyroxine | hypothyroidism | 6y-12y | | 0.004-0.005 mg/kg | | | 1 | | FDA label, Synthroid
levothyroxine | hypothyroidism, still growing | 12y-18y | | 0.002-0.003 mg/kg | 0.2 | 0.2 | 1 | | FDA label, Synthroid
levothyroxine | hypothyroidism | 15y- | | 0.0125-0.2 mg | 0.3 | 0.3 | 1 | | FDA label, Synthroid
metformin | type 2 diabetes | 10y-18y | | 500-1000 mg | 1000 | 2000 | 1-3 | below 30 mL/min forbidden, below 45 do not start | FDA label, Glucophage
metformin | type 2 diabetes | 18y- | | 500-1000 mg | 1000 | 2550 | 1-3 | below 30 mL/min forbidden, below 45 do not start | FDA label, Glucophage
lisinopril | high blood pressure | 6y-17y | | 0.07-0.61 mg/kg | 40 | 40 | 1 | below 30 mL/min not for children | FDA label, Qbrelis
lisinopril | high blood pressure | 17y- | | 2.5-80 mg | 80 | 80 | 1 | below 30 mL/min start with half | FDA label, Zestril
enalapril | high blood pressure | 1mo-17y | | 0.08-0.58 mg/kg/day | 40 | 40 | 1-2 | below 30 mL/min not for children | FDA label, Epaned
enalapril | high blood pressure | 17y- | | 2.5-40 mg/day | 40 | 40 | 1-2 | below 30 mL/min start with half | FDA label, Vasotec
losartan | high blood pressure | 6y-17y | | 0.7-1.4 mg/kg | 100 | 100 | 1 | below 30 mL/min not for children | FDA label, Cozaar
losartan | high blood pressure | 17y- | | 25-100 mg | 100 | 100 | 1-2 | | FDA label, Cozaar
amlodipine | high blood pressure | 6y-18y | | 2.5-5 mg | 5 | 5 | 1 | | FDA label, Norvasc
amlodipine | high blood pressure | 18y- | | 2.5-10 mg | 10 | 10 | 1 | | FDA label, Norvasc
hydrochlorothiazide | high blood pressure | 6mo-2y | | 1-2 mg/kg/day | 37.5 | 37.5 | 1-2 | of no use below 30 mL/min | FDA label, hydrochlorothiazide
hydrochlorothiazide | high blood pressure | 2y-13y | | 1-2 mg/kg/day | 100 | 100 | 1-2 | of no use below 30 mL/min | FDA label, hydrochlorothiazide
hydrochlorothiazide | high blood pressure | 13y- | | 12.5-50 mg/day | 50 | 50 | 1-2 | of no use below 30 mL/min | FDA label, hydrochlorothiazide
furosemide | edema | 1mo-18y | | 0.5-6 mg/kg | 80 | | 1-4 | | FDA label, Lasix
furosemide | edema | 18y- | | 20-80 mg | 80 | 600 | 1-3 | | FDA label, Lasix
propranolol | infantile hemangioma | 5w-1y | 2- | 0.6-1.7 mg/kg | | 3.4 mg/kg | 2 | | FDA label, Hemangeol
atorvastatin | high cholesterol in the family | 10y-18y | | 10-20 mg | 80 | 80 | 1 | | FDA label, Lipitor
atorvastatin | high cholesterol | 18y- | | 10-80 mg | 80 | 80 | 1 | | FDA label, Lipitor
rizatriptan | migraine | 6y-18y | -40 | 5 mg | 5 | 5 | 1 | | FDA label, Maxalt
rizatriptan | migraine | 6y-18y | 40- | 10 mg | 10 | 10 | 1 | | FDA label, Maxalt
rizatriptan | migraine | 18y- | | 5-10 mg | 10 | 30 | 1-3 | | FDA label, Maxalt
desmopressin | bedwetting (tablets) | 6y- | | 0.2-0.6 mg | 0.6 | 0.6 | 1 | below 50 mL/min forbidden | FDA label, DDAVP tablets
oxybutynin | overactive bladder | 5y-18y | | 5 mg | 5 | 15 | 2-3 | | FDA label, oxybutynin
oxybutynin | overactive bladder | 18y- | | 5 mg | 5 | 20 | 2-4 | | FDA label, oxybutynin
loperamide | diarrhea | 2y-6y | 13-21 | 1 mg | 1 | 3 | 1-3 | | FDA label, loperamide
loperamide | diarrhea | 6y-9y | | 2 mg | 2 | 4 | 1-2 | | FDA label, loperamide
loperamide | diarrhea | 9y-13y | | 2 mg | 2 | 6 | 1-3 | | FDA label, loperamide
loperamide | diarrhea | 13y- | | 2-4 mg | 4 | 16 | 1-8 | | FDA label, loperamide
ondansetron | nausea, vomiting | 6mo-18y | | 0.1-0.15 mg/kg | 8 | 24 | 1-3 | | FDA label, Zofran injection
gabapentin | seizures | 3y-12y | | 10-50 mg/kg/day | | 50 mg/kg | 3 | below 60 mL/min lower the dose | FDA label, Neurontin
gabapentin | seizures, nerve pain | 12y- | | 100-1200 mg | 1200 | 3600 | 1-3 | below 60 mL/min lower the dose | FDA label, Neurontin
topiramate | seizures, with another drug | 2y-17y | | 1-9 mg/kg/day | 200 | 400 | 1-2 | below 70 mL/min half the dose | FDA label, Topamax
topiramate | seizures, migraine | 12y- | | 25-200 mg | 200 | 400 | 1-2 | below 70 mL/min half the dose | FDA label, Topamax
oxcarbazepine | seizures | 2y-4y | | 8-60 mg/kg/day | | 60 mg/kg | 2 | below 30 mL/min start with half | FDA label, Trileptal
oxcarbazepine | seizures | 4y-17y | | 8-50 mg/kg/day | 900 | 1800 | 2 | below 30 mL/min start with half | FDA label, Trileptal
oxcarbazepine | seizures | 17y- | | 300-1200 mg | 1200 | 2400 | 2 | below 30 mL/min start with half | FDA label, Trileptal
risperidone | irritability with autism | 5y-18y | | 0.25-3 mg/day | 3 | 3 | 1-2 | start lower with weak kidneys | FDA label, Risperdal
aripiprazole | irritability with autism | 6y-18y | | 2-15 mg | 15 | 15 | 1 | | FDA label, Abilify
aripiprazole | schizophrenia, bipolar disorder | 13y- | | 2-30 mg | 30 | 30 | 1 | | FDA label, Abilify
bupropion | depression, extended-release | 18y- | | 100-450 mg/day | 450 | 450 | 1-2 | lower the dose with weak kidneys | FDA labels, Wellbutrin SR and XL
venlafaxine | depression, anxiety, extended-release | 18y- | | 37.5-225 mg | 225 | 225 | 1 | lower the dose with weak kidneys | FDA label, Effexor XR
duloxetine | anxiety | 7y-18y | | 30-120 mg | 120 | 120 | 1 | below 30 mL/min avoid | FDA label, Cymbalta
duloxetine | depression, anxiety, pain | 18y- | | 30-120 mg/day | 120 | 120 | 1-2 | below 30 mL/min avoid | FDA label, Cymbalta
pantoprazole | reflux disease | 5y-17y | 15-40 | 20 mg | 20 | 20 | 1 | | FDA label, Protonix
pantoprazole | reflux disease | 5y- | 40- | 20-40 mg | 40 | 80 | 1-2 | | FDA label, Protonix
metoprolol | high blood pressure, extended-release | 6y-17y | | 1-2 mg/kg | 200 | 200 | 1 | | FDA label, Toprol-XL
metoprolol | high blood pressure | 17y- | | 25-400 mg/day | 400 | 400 | 1-2 | | FDA labels, Lopressor and Toprol-XL
simvastatin | high cholesterol in the family | 10y-18y | | 10-40 mg | 40 | 40 | 1 | below 30 mL/min start with 5 mg | FDA label, Zocor
simvastatin | high cholesterol | 18y- | | 5-40 mg | 40 | 40 | 1 | below 30 mL/min start with 5 mg | FDA label, Zocor
rosuvastatin | high cholesterol in the family | 8y-10y | | 5-10 mg | 10 | 10 | 1 | below 30 mL/min at most 10 mg | FDA label, Crestor
rosuvastatin | high cholesterol in the family | 10y-18y | | 5-20 mg | 20 | 20 | 1 | below 30 mL/min at most 10 mg | FDA label, Crestor
rosuvastatin | high cholesterol | 18y- | | 5-40 mg | 40 | 40 | 1 | below 30 mL/min at most 10 mg | FDA label, Crestor
sumatriptan | migraine | 18y- | | 25-100 mg | 100 | 200 | 1-4 | | FDA label, Imitrex tablets
cyclobenzaprine | muscle spasm | 15y- | | 5-10 mg | 10 | 30 | 1-3 | | FDA label, cyclobenzaprine
meloxicam | juvenile arthritis | 2y-18y | | 0.125 mg/kg | 7.5 | 7.5 | 1 | avoid below 20 mL/min | FDA label, meloxicam suspension
meloxicam | arthritis | 18y- | | 7.5-15 mg | 15 | 15 | 1 | avoid below 20 mL/min | FDA label, Mobic
celecoxib | juvenile arthritis | 2y-18y | 10-25.1 | 50 mg | 50 | 100 | 2 | avoid with weak kidneys | FDA label, Celebrex
celecoxib | juvenile arthritis | 2y-18y | 25.1- | 100 mg | 100 | 200 | 2 | avoid with weak kidneys | FDA label, Celebrex
celecoxib | arthritis, pain | 18y- | | 100-400 mg | 400 | 600 | 1-2 | avoid with weak kidneys | FDA label, Celebrex
benzonatate | cough | 10y- | | 100-200 mg | 200 | 600 | 1-3 | | FDA label, Tessalon
levalbuterol | wheeze, nebulized | 6y-12y | | 0.31-0.63 mg | 0.63 | 1.89 | 1-3 | | FDA label, Xopenex
levalbuterol | wheeze, nebulized | 12y- | | 0.63-1.25 mg | 1.25 | 3.75 | 1-3 | | FDA label, Xopenex
bisacodyl | constipation | 6y-12y | | 5 mg | 5 | 5 | 1 | | FDA label, Dulcolax
bisacodyl | constipation | 12y- | | 5-15 mg | 15 | 15 | 1 | | FDA label, Dulcolax
`;
