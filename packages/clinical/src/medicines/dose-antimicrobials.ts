/**
 * Dose ranges of antimicrobials. A line each, read by dose-rule.ts:
 * drug | use | age | weight in kg | dose | most per dose | most per day | times a day | kidneys | source.
 * Combinations are counted in their first ingredient. Conservative: what is not certain is left out.
 */
export const ANTIMICROBIAL_DOSES = `
amoxicillin | infection, usual dose | 3mo-40y | -40 | 20-45 mg/kg/day | 875 | 1750 | 2-3 | below 30 mL/min give every 12 hours, below 10 every 24 hours | FDA label, amoxicillin (2024)
amoxicillin | ear infection, sinusitis, pneumonia | 2mo-18y | | 80-90 mg/kg/day | 2000 | 4000 | 2-3 | below 30 mL/min do not use the high dose | AAP otitis media guideline 2013; PIDS/IDSA pneumonia 2011
amoxicillin | strep throat | 3y-18y | | 40-55 mg/kg/day | 1000 | 1000 | 1-2 | below 30 mL/min give less often | IDSA pharyngitis guideline 2012
amoxicillin | before dental work with heart disease (single dose) | 1mo- | | 50 mg/kg | 2000 | 2000 | 1 | | AHA endocarditis statement 2021
amoxicillin | infection under 3 months | 0d-3mo | | 20-30 mg/kg/day | | | 2 | immature kidneys: not more | FDA label, amoxicillin (2024)
amoxicillin | infection, usual dose | 3mo- | 40- | 250-1000 mg | 1000 | 3000 | 2-3 | below 30 mL/min give every 12 hours, below 10 every 24 hours | FDA label, amoxicillin (2024)
amoxicillin + clavulanate | infection, usual dose | 3mo- | -40 | 20-45 mg/kg/day | 875 | 1750 | 2-3 | below 30 mL/min no 875 mg tablets, give less often | FDA label, Augmentin (2024)
amoxicillin + clavulanate | ear infection, sinusitis (600 mg/5 mL suspension) | 3mo-13y | -40 | 80-90 mg/kg/day | 1800 | 3600 | 2 | below 30 mL/min do not use | FDA label, Augmentin ES-600 (2024)
amoxicillin + clavulanate | infection under 3 months (125 mg/5 mL suspension) | 0d-3mo | | 20-30 mg/kg/day | | | 2 | immature kidneys: not more | FDA label, Augmentin (2024)
amoxicillin + clavulanate | infection, usual dose | 3mo- | 40- | 250-875 mg | 875 | 1750 | 2-3 | below 30 mL/min no 875 mg tablets, give less often | FDA label, Augmentin (2024)
penicillin v | strep throat | 3y-18y | -27 | 250 mg | 250 | 750 | 2-3 | | IDSA pharyngitis guideline 2012
penicillin v | strep throat | 3y-18y | 27- | 250-500 mg | 500 | 1500 | 2-4 | | IDSA pharyngitis guideline 2012
penicillin v | infection | 12y- | | 125-500 mg | 500 | 2000 | 2-4 | | FDA label, penicillin V
penicillin g benzathine | strep throat, rheumatic fever prevention (single injection) | 1mo-18y | -27 | 600000 units | 600000 | 600000 | 1 | | IDSA pharyngitis guideline 2012
penicillin g benzathine | strep throat, rheumatic fever prevention (single injection) | 1mo- | 27- | 1200000 units | 1200000 | 1200000 | 1 | | IDSA pharyngitis guideline 2012
cephalexin | infection, usual dose | 1mo-18y | | 25-50 mg/kg/day | 1000 | 4000 | 2-4 | below 60 mL/min lower the daily dose | FDA label, cephalexin (2023); AAP Red Book 2024
cephalexin | severe infection, bones and joints, ear | 1mo-18y | | 50-100 mg/kg/day | 1000 | 4000 | 3-4 | below 60 mL/min lower the daily dose | FDA label, cephalexin (2023)
cephalexin | infection | 15y- | | 250-1000 mg | 1000 | 4000 | 2-4 | below 60 mL/min lower the daily dose | FDA label, cephalexin (2023)
cefadroxil | skin, throat, urine | 1mo-18y | | 30 mg/kg/day | 1000 | 2000 | 1-2 | below 50 mL/min give less often | FDA label, cefadroxil
cefadroxil | skin, throat, urine | 18y- | | 500-2000 mg/day | 1000 | 2000 | 1-2 | below 50 mL/min give less often | FDA label, cefadroxil
cefuroxime | throat, skin, ear, sinus | 3mo-13y | | 20-30 mg/kg/day | 500 | 1000 | 2 | below 30 mL/min give less often | FDA label, Ceftin
cefuroxime | infection | 13y- | | 250-500 mg | 500 | 1000 | 2 | below 30 mL/min give less often | FDA label, Ceftin
cefprozil | ear infection, sinusitis, throat | 6mo-13y | | 7.5-15 mg/kg | 500 | 1000 | 2 | below 30 mL/min half the dose | FDA label, cefprozil
cefprozil | infection | 13y- | | 250-500 mg | 500 | 1000 | 1-2 | below 30 mL/min half the dose | FDA label, cefprozil
cefdinir | ear infection, sinusitis, throat, skin | 6mo-13y | | 14 mg/kg/day | 600 | 600 | 1-2 | below 30 mL/min 7 mg/kg once a day | FDA label, cefdinir
cefdinir | infection | 13y- | | 300-600 mg | 600 | 600 | 1-2 | below 30 mL/min 300 mg once a day | FDA label, cefdinir
cefixime | ear infection, throat, urine | 6mo-13y | -45 | 8 mg/kg/day | 400 | 400 | 1-2 | below 60 mL/min lower the dose | FDA label, Suprax
cefixime | infection | 6mo- | 45- | 400 mg/day | 400 | 400 | 1-2 | below 60 mL/min lower the dose | FDA label, Suprax
cefpodoxime | ear infection, sinusitis, throat | 2mo-13y | | 5 mg/kg | 200 | 400 | 2 | below 30 mL/min give every 24 hours | FDA label, cefpodoxime
cefpodoxime | infection | 12y- | | 100-400 mg | 400 | 800 | 2 | below 30 mL/min give every 24 hours | FDA label, cefpodoxime
ceftriaxone | infection | 29d-18y | | 50-75 mg/kg/day | 2000 | 2000 | 1-2 | | FDA label, ceftriaxone
ceftriaxone | meningitis | 29d-18y | | 80-100 mg/kg/day | 4000 | 4000 | 1-2 | | FDA label, ceftriaxone
ceftriaxone | ear infection (single injection) | 29d-18y | | 50 mg/kg | 1000 | 1000 | 1 | | FDA label, ceftriaxone
ceftriaxone | infection | 18y- | | 250-2000 mg | 2000 | 4000 | 1-2 | | FDA label, ceftriaxone
azithromycin | first day, or a course of 3 days | 6mo-18y | | 10 mg/kg | 500 | 500 | 1 | below 10 mL/min with care | FDA label, Zithromax
azithromycin | days 2 to 5 | 6mo-18y | | 5 mg/kg | 250 | 250 | 1 | below 10 mL/min with care | FDA label, Zithromax
azithromycin | strep throat, 5 days | 2y-18y | | 12 mg/kg | 500 | 500 | 1 | below 10 mL/min with care | FDA label, Zithromax
azithromycin | ear infection, single dose | 6mo-18y | | 30 mg/kg | 1500 | 1500 | 1 | below 10 mL/min with care | FDA label, Zithromax
azithromycin | pertussis under 6 months | 0d-6mo | | 10 mg/kg | 500 | 500 | 1 | | CDC pertussis guideline 2005
azithromycin | infection | 16y- | | 250-1000 mg | 2000 | 2000 | 1 | below 10 mL/min with care | FDA label, Zithromax
clarithromycin | infection | 6mo-18y | | 15 mg/kg/day | 500 | 1000 | 2 | below 30 mL/min half the dose | FDA label, clarithromycin
clarithromycin | infection | 18y- | | 250-500 mg | 500 | 1000 | 2 | below 30 mL/min half the dose | FDA label, clarithromycin
erythromycin | infection | 1mo-18y | | 30-50 mg/kg/day | 1000 | 4000 | 2-4 | | FDA label, erythromycin
erythromycin | infection | 18y- | | 250-1000 mg | 1000 | 4000 | 2-4 | | FDA label, erythromycin
trimethoprim + sulfamethoxazole | urine, ear, skin (counted in trimethoprim) | 2mo-18y | -40 | 6-12 mg/kg/day | 160 | 320 | 2 | 15 to 30 mL/min half the dose, below 15 not at all | FDA label, Bactrim; IDSA MRSA 2011
trimethoprim + sulfamethoxazole | prevention of urine infection (counted in trimethoprim) | 2mo-18y | | 2-3 mg/kg/day | 160 | 160 | 1 | 15 to 30 mL/min half the dose, below 15 not at all | RIVUR, N Engl J Med 2014;370:2367
trimethoprim + sulfamethoxazole | infection (counted in trimethoprim) | 2mo- | 40- | 160-320 mg | 320 | 640 | 2 | 15 to 30 mL/min half the dose, below 15 not at all | FDA label, Bactrim; IDSA MRSA 2011
nitrofurantoin | bladder infection | 1mo-18y | | 5-7 mg/kg/day | 100 | 400 | 4 | below 60 mL/min forbidden by its label | FDA label, Furadantin
nitrofurantoin | bladder infection, twice-a-day capsules | 12y- | | 100 mg | 100 | 200 | 2 | below 60 mL/min forbidden by its label | FDA label, Macrobid
nitrofurantoin | prevention of bladder infection | 1mo-18y | | 1-2 mg/kg/day | 100 | 100 | 1-2 | below 60 mL/min forbidden by its label | FDA label, Furadantin
nitrofurantoin | bladder infection | 12y- | | 50-100 mg | 100 | 400 | 4 | below 60 mL/min forbidden by its label | FDA label, Macrodantin
clindamycin | infection | 1mo-18y | | 8-25 mg/kg/day | 450 | 1800 | 3-4 | | FDA label, Cleocin
clindamycin | skin and bone with MRSA | 1mo-18y | | 30-40 mg/kg/day | 600 | 1800 | 3-4 | | IDSA MRSA 2011
clindamycin | infection | 16y- | | 150-600 mg | 600 | 1800 | 3-4 | | FDA label, Cleocin; IDSA MRSA 2011
metronidazole | C. difficile | 1mo-18y | | 7.5 mg/kg | 500 | 2000 | 3-4 | | IDSA C. difficile 2017
metronidazole | giardiasis | 1mo-18y | | 15-20 mg/kg/day | 250 | 750 | 3 | | AAP Red Book 2024
metronidazole | amebiasis | 1mo-18y | | 35-50 mg/kg/day | 750 | 2250 | 3 | | FDA label, Flagyl
metronidazole | infection | 18y- | | 250-750 mg | 750 | 4000 | 2-4 | | FDA label, Flagyl
metronidazole | trichomoniasis, single dose | 12y- | | 2000 mg | 2000 | 2000 | 1 | | FDA label, Flagyl
tinidazole | giardiasis, single dose | 3y-18y | | 50 mg/kg | 2000 | 2000 | 1 | | FDA label, Tindamax
ciprofloxacin | complicated urine infection | 1y-18y | | 10-20 mg/kg | 750 | 1500 | 2 | below 50 mL/min lower the dose | FDA label, Cipro
ciprofloxacin | infection | 18y- | | 250-750 mg | 750 | 1500 | 2 | below 50 mL/min lower the dose | FDA label, Cipro
levofloxacin | pneumonia | 6mo-5y | | 8-10 mg/kg | 375 | 750 | 2 | below 50 mL/min give less often | PIDS/IDSA pneumonia 2011
levofloxacin | pneumonia | 5y-18y | | 8-10 mg/kg | 750 | 750 | 1 | below 50 mL/min give less often | PIDS/IDSA pneumonia 2011
levofloxacin | infection | 18y- | | 250-750 mg | 750 | 750 | 1 | below 50 mL/min give less often | FDA label, levofloxacin
doxycycline | infection | 8y-18y | -45 | 2.2-4.4 mg/kg/day | 100 | 200 | 1-2 | | FDA label, Vibramycin
doxycycline | Rocky Mountain spotted fever, anthrax, Lyme disease | 0d-18y | -45 | 4.4 mg/kg/day | 100 | 200 | 2 | | FDA label, Vibramycin; AAP Red Book 2024
doxycycline | infection | 8y- | 45- | 50-100 mg | 200 | 200 | 1-2 | | FDA label, Vibramycin
linezolid | infection | 0d-12y | | 10 mg/kg | 600 | 1800 | 2-3 | | FDA label, Zyvox
linezolid | infection | 12y- | | 400-600 mg | 600 | 1200 | 2 | | FDA label, Zyvox
rifampin | tuberculosis | 1mo-15y | | 10-20 mg/kg | 600 | 600 | 1 | | FDA label, Rifadin
rifampin | tuberculosis | 15y- | | 8-12 mg/kg | 600 | 600 | 1 | | FDA label, Rifadin
rifampin | contacts of meningococcal disease, 2 days | 1mo-18y | | 10 mg/kg | 600 | 1200 | 2 | | FDA label, Rifadin
isoniazid | tuberculosis, infection without disease | 0d-15y | | 10-15 mg/kg | 300 | 300 | 1 | | FDA label, isoniazid
isoniazid | tuberculosis, infection without disease | 15y- | | 200-300 mg | 300 | 300 | 1 | | FDA label, isoniazid
nystatin | thrush, infants | 0d-1y | | 100000-200000 units | 200000 | 800000 | 4 | | FDA label, nystatin suspension
nystatin | thrush | 1y- | | 400000-600000 units | 600000 | 2400000 | 4 | | FDA label, nystatin suspension
fluconazole | yeast infection | 6mo-18y | | 3-12 mg/kg | 600 | 600 | 1 | below 50 mL/min half the dose | FDA label, Diflucan
fluconazole | yeast infection | 18y- | | 50-400 mg | 800 | 800 | 1 | below 50 mL/min half the dose | FDA label, Diflucan
griseofulvin | ringworm of the scalp (microsize) | 2y-18y | | 10-25 mg/kg/day | 1000 | 1000 | 1-2 | | FDA label, griseofulvin; AAP Red Book 2024
terbinafine | ringworm of the scalp | 4y-18y | -25 | 125 mg | 125 | 125 | 1 | below 50 mL/min not studied | FDA label, Lamisil granules
terbinafine | ringworm of the scalp | 4y-18y | 25-35 | 187.5 mg | 187.5 | 187.5 | 1 | below 50 mL/min not studied | FDA label, Lamisil granules
terbinafine | ringworm of scalp or nails | 4y- | 35- | 250 mg | 250 | 250 | 1 | below 50 mL/min not studied | FDA label, Lamisil
acyclovir | chickenpox | 2y-18y | -40 | 20 mg/kg | 800 | 3200 | 4 | below 25 mL/min give less often | FDA label, Zovirax
acyclovir | chickenpox | 2y- | 40- | 800 mg | 800 | 3200 | 4 | below 25 mL/min give less often | FDA label, Zovirax
acyclovir | herpes | 12y- | | 200-400 mg | 400 | 1200 | 2-5 | below 25 mL/min give less often | FDA label, Zovirax
acyclovir | shingles | 12y- | | 800 mg | 800 | 4000 | 5 | below 25 mL/min give less often | FDA label, Zovirax
valacyclovir | chickenpox | 2y-18y | | 20 mg/kg | 1000 | 3000 | 3 | below 50 mL/min lower the dose | FDA label, Valtrex
valacyclovir | cold sores, one day | 12y- | | 2000 mg | 2000 | 4000 | 2 | below 50 mL/min lower the dose | FDA label, Valtrex
valacyclovir | herpes, shingles | 18y- | | 500-1000 mg | 1000 | 3000 | 1-3 | below 50 mL/min lower the dose | FDA label, Valtrex
oseltamivir | influenza, treatment | 14d-1y | | 3 mg/kg | | | 2 | | FDA label, Tamiflu
oseltamivir | influenza | 1y-13y | -15.1 | 30 mg | 30 | 60 | 1-2 | below 60 mL/min lower the dose | FDA label, Tamiflu
oseltamivir | influenza | 1y-13y | 15.1-23.1 | 45 mg | 45 | 90 | 1-2 | below 60 mL/min lower the dose | FDA label, Tamiflu
oseltamivir | influenza | 1y-13y | 23.1-40.1 | 60 mg | 60 | 120 | 1-2 | below 60 mL/min lower the dose | FDA label, Tamiflu
oseltamivir | influenza | 1y-13y | 40.1- | 75 mg | 75 | 150 | 1-2 | below 60 mL/min lower the dose | FDA label, Tamiflu
oseltamivir | influenza | 13y- | | 75 mg | 75 | 150 | 1-2 | below 60 mL/min lower the dose | FDA label, Tamiflu
ivermectin | scabies, strongyloidiasis (single dose) | 0d- | 15- | 0.15-0.2 mg/kg | | | 1 | | FDA label, Stromectol; CDC
pyrantel | pinworm (single dose, repeated after 2 weeks) | 2y- | | 11 mg/kg | 1000 | 1000 | 1 | | FDA over-the-counter monograph (21 CFR 357)
mebendazole | pinworm (single dose), other worms (3 days) | 2y- | | 100 mg | 100 | 200 | 1-2 | | FDA label, Emverm
nitazoxanide | giardiasis, cryptosporidiosis | 1y-4y | | 100 mg | 100 | 200 | 2 | | FDA label, Alinia
nitazoxanide | giardiasis, cryptosporidiosis | 4y-12y | | 200 mg | 200 | 400 | 2 | | FDA label, Alinia
nitazoxanide | giardiasis, cryptosporidiosis | 12y- | | 500 mg | 500 | 1000 | 2 | | FDA label, Alinia
`;
