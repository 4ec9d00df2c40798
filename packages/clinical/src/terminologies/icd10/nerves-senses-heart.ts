/** ICD-10-CM, chapters 6 to 9 (G00–I99): code | our short name | other words, separated by semicolons. Billable in FY 2026. */
export const NERVES_SENSES_HEART = `
G00.9|Bacterial meningitis|
G03.9|Meningitis|
G04.90|Encephalitis|
G24.9|Dystonia|
G25.0|Essential tremor|shaking
G25.81|Restless legs syndrome|rls
G35.D|Multiple sclerosis|ms
G40.109|Focal epilepsy with simple partial seizures, not intractable|
G40.209|Focal epilepsy with complex partial seizures, not intractable|
G40.309|Generalized idiopathic epilepsy, not intractable|
G40.409|Other generalized epilepsy, not intractable|
G40.822|Epileptic spasms, not intractable|infantile spasms; west syndrome
G40.909|Epilepsy, not intractable|seizure disorder
G40.A09|Absence epilepsy, not intractable|petit mal; staring spells
G40.B09|Juvenile myoclonic epilepsy, not intractable|jme
G43.009|Migraine without aura|common migraine
G43.109|Migraine with aura|classic migraine
G43.709|Chronic migraine without aura|
G43.909|Migraine|sick headache
G43.A0|Cyclical vomiting with migraine|cvs
G43.D0|Abdominal migraine|
G44.209|Tension-type headache|stress headache
G44.319|Acute post-traumatic headache|headache after concussion
G44.40|Medication overuse headache|rebound headache
G44.89|Other headache syndrome|
G45.9|Transient ischemic attack|tia; mini stroke
G47.00|Insomnia|trouble sleeping; sleeplessness
G47.10|Hypersomnia|sleepy; daytime sleepiness
G47.30|Sleep apnea|
G47.33|Obstructive sleep apnea|osa; snoring with pauses
G47.419|Narcolepsy without cataplexy|
G47.50|Parasomnia|
G47.61|Periodic limb movement disorder|
G47.8|Other sleep disorder|
G47.9|Sleep disorder|sleep problem
G51.0|Bell's palsy|facial palsy
G56.01|Carpal tunnel syndrome, right|
G56.02|Carpal tunnel syndrome, left|
G56.03|Carpal tunnel syndrome, both sides|
G57.00|Sciatic nerve lesion|
G60.9|Hereditary neuropathy|
G62.9|Polyneuropathy|neuropathy
G71.01|Duchenne or Becker muscular dystrophy|dmd
G80.0|Spastic quadriplegic cerebral palsy|cp
G80.1|Spastic diplegic cerebral palsy|cp
G80.2|Spastic hemiplegic cerebral palsy|cp
G80.9|Cerebral palsy|cp
G89.29|Other chronic pain|
G89.4|Chronic pain syndrome|
G90.1|Familial dysautonomia|
G91.9|Hydrocephalus|
G93.2|Idiopathic intracranial hypertension|pseudotumor cerebri; benign intracranial hypertension
G93.40|Encephalopathy|
G93.31|Postviral fatigue syndrome|
G93.32|Chronic fatigue syndrome|me/cfs; myalgic encephalomyelitis
G93.5|Compression of brain|chiari
H00.011|Stye of right upper eyelid|hordeolum
H00.012|Stye of right lower eyelid|hordeolum
H00.014|Stye of left upper eyelid|hordeolum
H00.015|Stye of left lower eyelid|hordeolum
H00.11|Chalazion of right upper eyelid|
H00.14|Chalazion of left upper eyelid|
H01.009|Blepharitis|eyelid inflammation
H02.409|Droopy eyelid|ptosis
H04.551|Narrowed tear duct, right|nasolacrimal duct stenosis
H04.552|Narrowed tear duct, left|nasolacrimal duct stenosis
H05.011|Orbital cellulitis, right|
H05.012|Orbital cellulitis, left|
H10.011|Acute follicular conjunctivitis, right|
H10.13|Allergic conjunctivitis, both eyes|eye allergy; itchy eyes
H10.31|Acute conjunctivitis, right|pink eye
H10.32|Acute conjunctivitis, left|pink eye
H10.33|Acute conjunctivitis, both eyes|pink eye
H10.45|Other chronic allergic conjunctivitis|seasonal eye allergy
H10.9|Conjunctivitis|pink eye; red eye
H11.31|Conjunctival hemorrhage, right|broken blood vessel in eye
H11.32|Conjunctival hemorrhage, left|broken blood vessel in eye
H16.001|Corneal ulcer, right|
H16.002|Corneal ulcer, left|
H25.9|Age-related cataract|
H26.9|Cataract|
H40.9|Glaucoma|
H50.00|Esotropia|crossed eyes; strabismus
H50.10|Exotropia|wandering eye; strabismus
H50.9|Strabismus|squint; lazy eye
H52.03|Farsightedness, both eyes|hypermetropia; hyperopia
H52.13|Nearsightedness, both eyes|myopia
H52.203|Astigmatism, both eyes|
H52.4|Presbyopia|
H52.7|Refractive error|needs glasses
H53.001|Amblyopia, right|lazy eye
H53.002|Amblyopia, left|lazy eye
H53.009|Amblyopia|lazy eye
H53.8|Other visual disturbance|blurry vision
H53.9|Visual disturbance|
H54.7|Visual loss|
H55.00|Nystagmus|
H57.10|Eye pain|
H57.9|Disorder of eye|
H60.331|Swimmer's ear, right|otitis externa
H60.332|Swimmer's ear, left|otitis externa
H60.333|Swimmer's ear, both sides|otitis externa
H60.501|Acute noninfective otitis externa, right|
H60.502|Acute noninfective otitis externa, left|
H60.91|Otitis externa, right|outer ear infection
H60.92|Otitis externa, left|outer ear infection
H60.93|Otitis externa, both sides|outer ear infection
H61.21|Impacted earwax, right|cerumen
H61.22|Impacted earwax, left|cerumen
H61.23|Impacted earwax, both sides|cerumen; ear wax
H65.01|Acute serous otitis media, right|fluid in ear
H65.02|Acute serous otitis media, left|fluid in ear
H65.03|Acute serous otitis media, both sides|fluid in ears
H65.21|Chronic serous otitis media, right|glue ear
H65.22|Chronic serous otitis media, left|glue ear
H65.23|Chronic serous otitis media, both sides|glue ear
H65.91|Nonsuppurative otitis media, right|middle ear effusion; ome
H65.92|Nonsuppurative otitis media, left|middle ear effusion; ome
H65.93|Nonsuppurative otitis media, both sides|middle ear effusion; ome
H66.001|Acute suppurative otitis media without rupture, right|ear infection; aom
H66.002|Acute suppurative otitis media without rupture, left|ear infection; aom
H66.003|Acute suppurative otitis media without rupture, both sides|ear infection; aom
H66.004|Acute suppurative otitis media without rupture, recurrent, right|ear infection
H66.005|Acute suppurative otitis media without rupture, recurrent, left|ear infection
H66.006|Acute suppurative otitis media without rupture, recurrent, both sides|ear infection
H66.011|Acute suppurative otitis media with rupture, right|burst eardrum; ear infection
H66.012|Acute suppurative otitis media with rupture, left|burst eardrum; ear infection
H66.013|Acute suppurative otitis media with rupture, both sides|burst eardrum; ear infection
H66.3X1|Other chronic suppurative otitis media, right|
H66.3X2|Other chronic suppurative otitis media, left|
H66.90|Otitis media|middle ear infection
H66.91|Otitis media, right|middle ear infection
H66.92|Otitis media, left|middle ear infection
H66.93|Otitis media, both sides|middle ear infection
H68.101|Eustachian tube obstruction, right|
H69.81|Other disorder of eustachian tube, right|
H69.82|Other disorder of eustachian tube, left|
H69.91|Eustachian tube disorder, right|etd
H69.92|Eustachian tube disorder, left|etd
H69.93|Eustachian tube disorder, both sides|etd
H70.001|Acute mastoiditis, right|
H70.002|Acute mastoiditis, left|
H72.91|Perforated eardrum, right|
H72.92|Perforated eardrum, left|
H73.011|Bullous myringitis, right|
H73.012|Bullous myringitis, left|
H81.10|Benign positional vertigo|bppv
H81.13|Benign positional vertigo, both sides|bppv
H83.09|Labyrinthitis|
H90.0|Conductive hearing loss, both sides|
H90.3|Sensorineural hearing loss, both sides|deafness
H90.5|Sensorineural hearing loss|
H91.90|Hearing loss|hard of hearing
H91.93|Hearing loss, both sides|
H92.01|Earache, right|otalgia; ear pain
H92.02|Earache, left|otalgia; ear pain
H92.03|Earache, both sides|otalgia; ear pain
H92.09|Earache|otalgia; ear pain
H92.11|Ear discharge, right|otorrhea
H92.12|Ear discharge, left|otorrhea
H93.11|Tinnitus, right|ringing in ear
H93.12|Tinnitus, left|ringing in ear
H93.13|Tinnitus, both sides|ringing in ears
H93.19|Tinnitus|
H93.8X9|Other disorder of ear|ear fullness
I05.9|Rheumatic mitral valve disease|
I10|High blood pressure|essential hypertension; htn; hypertension
I11.0|Hypertensive heart disease with heart failure|
I11.9|Hypertensive heart disease without heart failure|
I12.9|Hypertensive chronic kidney disease, stage 1 to 4|
I15.9|Secondary hypertension|
I16.0|Hypertensive urgency|
I16.9|Hypertensive crisis|
I1A.0|Resistant hypertension|
I20.0|Unstable angina|
I20.9|Angina|chest pain from heart
I21.9|Heart attack|acute myocardial infarction; mi
I25.10|Coronary artery disease without angina|cad; ischemic heart disease
I25.2|Old heart attack|old myocardial infarction
I25.9|Chronic ischemic heart disease|
I26.99|Pulmonary embolism without acute cor pulmonale|pe; lung clot
I27.20|Pulmonary hypertension|
I30.9|Acute pericarditis|
I34.0|Mitral valve insufficiency|mitral regurgitation
I34.1|Mitral valve prolapse|
I35.0|Aortic valve stenosis|
I35.1|Aortic valve insufficiency|aortic regurgitation
I36.1|Tricuspid valve insufficiency|
I37.0|Pulmonary valve stenosis|
I40.9|Acute myocarditis|
I42.2|Other hypertrophic cardiomyopathy|hcm
I42.9|Cardiomyopathy|
I44.0|First degree heart block|
I44.7|Left bundle branch block|lbbb
I45.10|Right bundle branch block|rbbb
I45.6|Wolff-Parkinson-White syndrome|wpw; pre-excitation
I45.81|Long QT syndrome|
I47.10|Supraventricular tachycardia|svt
I47.20|Ventricular tachycardia|
I48.0|Paroxysmal atrial fibrillation|afib
I48.20|Chronic atrial fibrillation|afib
I48.91|Atrial fibrillation|afib; af
I48.92|Atrial flutter|
I49.1|Premature atrial beats|pac
I49.3|Premature ventricular beats|pvc
I49.9|Irregular heartbeat|arrhythmia
I50.20|Systolic heart failure|
I50.30|Diastolic heart failure|
I50.9|Heart failure|chf; congestive heart failure
I51.7|Enlarged heart|cardiomegaly
I51.9|Heart disease|
I63.9|Stroke|cerebral infarction; cva
I69.30|Effects of an old stroke|sequelae of cerebral infarction
I70.0|Hardening of the aorta|atherosclerosis
I70.90|Atherosclerosis|
I71.40|Abdominal aortic aneurysm without rupture|aaa
I73.00|Raynaud syndrome without gangrene|
I73.9|Peripheral vascular disease|pad; claudication
I78.1|Spider nevus|spider veins
I80.9|Phlebitis|thrombophlebitis
I82.401|Acute deep vein thrombosis of right leg|dvt
I82.402|Acute deep vein thrombosis of left leg|dvt
I82.409|Acute deep vein thrombosis of leg|dvt; blood clot in leg
I83.90|Varicose veins of leg without symptoms|
I86.1|Scrotal varices|varicocele
I87.2|Venous insufficiency|
I88.0|Mesenteric lymphadenitis|
I88.9|Lymphadenitis|swollen glands
I89.0|Lymphedema|
I95.1|Orthostatic hypotension|low pressure on standing
I95.9|Low blood pressure|hypotension
I99.8|Other disorder of circulation|
`;
