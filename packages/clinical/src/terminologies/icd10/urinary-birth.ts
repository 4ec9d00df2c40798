/** ICD-10-CM, chapters 14 to 17 (N00–Q99): code | our short name | other words, separated by semicolons. Billable in FY 2026. */
export const URINARY_BIRTH = `
N00.9|Acute nephritic syndrome|glomerulonephritis
N02.9|Recurrent blood in urine|hematuria from kidney
N04.9|Nephrotic syndrome|
N10|Acute pyelonephritis|kidney infection
N11.9|Chronic pyelonephritis|
N12|Tubulo-interstitial nephritis|pyelonephritis
N13.30|Hydronephrosis|swollen kidney
N13.70|Vesicoureteral reflux|vur
N17.9|Acute kidney failure|aki; acute kidney injury
N18.1|Chronic kidney disease, stage 1|ckd
N18.2|Chronic kidney disease, stage 2|ckd
N18.30|Chronic kidney disease, stage 3|ckd
N18.31|Chronic kidney disease, stage 3a|ckd
N18.32|Chronic kidney disease, stage 3b|ckd
N18.4|Chronic kidney disease, stage 4|ckd
N18.5|Chronic kidney disease, stage 5|ckd
N18.6|End stage renal disease|esrd
N18.9|Chronic kidney disease|ckd
N20.0|Kidney stone|calculus of kidney; nephrolithiasis
N20.1|Ureteral stone|
N20.9|Urinary stone|
N23|Renal colic|
N28.1|Cyst of kidney|
N28.9|Disorder of kidney|
N30.00|Acute cystitis without blood|bladder infection
N30.01|Acute cystitis with blood|bladder infection
N30.90|Cystitis without blood|bladder infection
N32.81|Overactive bladder|
N34.1|Nonspecific urethritis|
N34.2|Other urethritis|
N39.0|Urinary tract infection|uti; bladder infection
N39.3|Stress incontinence|
N39.41|Urge incontinence|
N39.44|Nighttime incontinence|bedwetting; nocturnal enuresis
N39.498|Other urinary incontinence|daytime wetting
N40.0|Enlarged prostate without symptoms|bph
N40.1|Enlarged prostate with symptoms|bph
N41.0|Acute prostatitis|
N41.9|Prostatitis|
N43.3|Hydrocele|
N44.00|Torsion of testis|testicular torsion
N45.1|Epididymitis|
N45.2|Orchitis|
N45.3|Epididymo-orchitis|
N46.9|Male infertility|
N47.0|Adherent foreskin of newborn|
N47.1|Phimosis|tight foreskin
N47.2|Paraphimosis|
N47.5|Adhesions of foreskin|penile adhesions
N47.8|Other disorder of foreskin|
N48.1|Balanitis|
N48.89|Other disorder of penis|
N50.811|Right testicular pain|
N50.812|Left testicular pain|
N50.89|Other disorder of male genitals|
N52.9|Erectile dysfunction|impotence
N60.19|Fibrocystic breast|
N61.0|Mastitis without abscess|
N61.1|Abscess of breast|
N62|Breast enlargement|gynecomastia; hypertrophy
N63.0|Breast lump|
N64.3|Milky discharge from breast|galactorrhea
N64.4|Breast pain|mastodynia
N70.11|Chronic salpingitis|
N72|Cervicitis|
N73.9|Pelvic inflammatory disease|pid
N75.0|Bartholin cyst|
N76.0|Acute vaginitis|bacterial vaginosis; vulvovaginitis
N76.1|Chronic vaginitis|
N76.2|Acute vulvitis|
N80.9|Endometriosis|
N83.201|Cyst of right ovary|ovarian cyst
N83.202|Cyst of left ovary|ovarian cyst
N83.209|Ovarian cyst|
N83.511|Torsion of right ovary and its pedicle|
N83.512|Torsion of left ovary and its pedicle|
N84.1|Polyp of cervix|
N87.9|Dysplasia of cervix|
N89.8|Other disorder of vagina|vaginal discharge; leukorrhea
N90.89|Other disorder of vulva|
N91.0|Primary amenorrhea|no period yet
N91.1|Secondary amenorrhea|
N91.2|Amenorrhea|no period; missed period
N91.5|Infrequent periods|oligomenorrhea
N92.0|Heavy periods, regular cycle|menorrhagia
N92.1|Heavy periods, irregular cycle|metrorrhagia
N92.2|Heavy periods in puberty|
N92.6|Irregular periods|
N93.8|Other abnormal uterine bleeding|
N93.9|Abnormal uterine bleeding|vaginal bleeding
N94.3|Premenstrual syndrome|pms
N94.4|Primary painful periods|menstrual cramps; dysmenorrhea
N94.6|Painful periods|menstrual cramps; dysmenorrhea
N94.10|Pain with intercourse|dyspareunia
N94.89|Other pain of female genitals|
N95.1|Menopausal symptoms|hot flashes
N95.2|Vaginal atrophy after menopause|
N97.9|Female infertility|
O03.9|Miscarriage, complete, without complication|spontaneous abortion
O09.90|High-risk pregnancy|
O12.00|Swelling in pregnancy|gestational edema
O13.9|Gestational hypertension|
O20.0|Threatened miscarriage|
O21.0|Mild vomiting in pregnancy|morning sickness; hyperemesis
O24.410|Gestational diabetes, controlled by diet|
O26.899|Other condition of pregnancy|
O80|Uncomplicated delivery|
O91.22|Mastitis after birth|nursing mastitis
O92.70|Disorder of lactation|
O99.345|Mental disorder after birth|postpartum mood disorder
P00.2|Newborn affected by infection of the mother|
P00.82|Newborn affected by group B streptococcus of the mother|gbs
P04.49|Newborn affected by drugs of the mother|
P05.10|Newborn small for gestational age|sga
P07.10|Low birth weight newborn|lbw
P07.18|Low birth weight newborn, 2000 to 2499 g|
P07.30|Preterm newborn|premature baby
P07.36|Preterm newborn, 33 weeks|
P07.37|Preterm newborn, 34 weeks|
P07.38|Preterm newborn, 35 weeks|late preterm
P07.39|Preterm newborn, 36 weeks|late preterm
P08.0|Exceptionally large newborn|
P08.1|Heavy newborn|large for gestational age; lga
P08.21|Post-term newborn|
P12.0|Cephalhematoma|
P12.81|Caput succedaneum|
P13.4|Fracture of clavicle at birth|broken collarbone
P14.0|Erb palsy from birth injury|brachial plexus
P15.4|Birth injury to face|
P22.0|Respiratory distress syndrome of newborn|
P22.1|Transient tachypnea of newborn|ttn
P22.9|Respiratory distress of newborn|
P27.1|Bronchopulmonary dysplasia|bpd; chronic lung disease of prematurity
P28.89|Other respiratory condition of newborn|
P29.89|Other cardiovascular disorder of newborn|
P36.9|Sepsis of newborn|
P37.5|Neonatal candidiasis|newborn thrush
P38.9|Inflammation of navel without bleeding|omphalitis
P39.1|Newborn conjunctivitis|dacryocystitis; sticky eye
P51.9|Bleeding from the navel of newborn|
P54.5|Skin bleeding of newborn|bruise; petechiae
P55.1|ABO incompatibility of newborn|
P58.0|Newborn jaundice from bruising|
P59.0|Jaundice of prematurity|
P59.3|Breast milk jaundice|
P59.9|Newborn jaundice|hyperbilirubinemia
P61.2|Anemia of prematurity|
P70.1|Infant of a diabetic mother|
P70.4|Low blood sugar of newborn|neonatal hypoglycemia
P74.1|Dehydration of newborn|
P76.0|Meconium plug|
P78.83|Newborn reflux|spitting up
P80.9|Low temperature of newborn|hypothermia
P81.9|Disturbance of newborn temperature|fever of newborn
P83.1|Newborn rash|erythema toxicum neonatorum
P83.4|Breast swelling of newborn|
P83.5|Hydrocele of newborn|
P83.6|Umbilical polyp of newborn|
P83.81|Umbilical granuloma|
P83.88|Other skin condition of newborn|milia
P83.9|Skin condition of newborn|
P90|Seizures of newborn|
P91.60|Hypoxic ischemic encephalopathy|hie
P92.01|Bilious vomiting of newborn|
P92.09|Other vomiting of newborn|
P92.1|Regurgitation of newborn|spitting up
P92.2|Slow feeding of newborn|
P92.3|Underfeeding of newborn|
P92.5|Difficulty of newborn in feeding at breast|latch problem
P92.6|Failure to thrive in newborn|
P92.8|Other feeding problem of newborn|
P92.9|Feeding problem of newborn|
P94.2|Low muscle tone of newborn|hypotonia
P96.1|Neonatal drug withdrawal|neonatal abstinence syndrome; nas
P96.89|Other condition of newborn|
Q02|Microcephaly|small head
Q03.9|Congenital hydrocephalus|
Q05.9|Spina bifida|myelomeningocele
Q10.5|Congenital narrowing of tear duct|nasolacrimal duct obstruction; blocked tear duct; dacryostenosis
Q12.0|Congenital cataract|
Q17.0|Accessory ear tag|preauricular tag
Q18.1|Preauricular sinus and cyst|ear pit
Q21.0|Ventricular septal defect|vsd
Q21.10|Atrial septal defect|asd
Q21.12|Patent foramen ovale|pfo
Q21.3|Tetralogy of Fallot|
Q22.1|Congenital pulmonary valve stenosis|
Q23.81|Bicuspid aortic valve|
Q24.9|Congenital heart defect|
Q25.0|Patent ductus arteriosus|pda
Q25.1|Coarctation of aorta|
Q31.5|Congenital laryngomalacia|noisy breathing
Q35.9|Cleft palate|
Q36.9|Cleft lip|
Q37.9|Cleft palate with cleft lip|
Q38.1|Tongue tie|ankyloglossia
Q38.0|Congenital malformation of lips|lip tie
Q40.0|Congenital pyloric stenosis|hypertrophic pyloric stenosis
Q42.3|Imperforate anus|
Q43.0|Meckel diverticulum|
Q43.1|Hirschsprung disease|
Q44.2|Biliary atresia|
Q53.10|Undescended testis, one side|cryptorchidism
Q53.20|Undescended testis, both sides|cryptorchidism
Q53.9|Undescended testis|cryptorchidism
Q54.9|Hypospadias|
Q55.22|Retractile testis|
Q55.64|Hidden penis|buried penis
Q60.0|Missing kidney|renal agenesis
Q61.3|Polycystic kidney|
Q62.0|Congenital hydronephrosis|
Q65.2|Congenital dislocation of hip|
Q65.89|Other congenital deformity of hip|hip dysplasia; ddh
Q66.00|Clubfoot|talipes equinovarus
Q66.221|Metatarsus adductus, right|intoeing
Q66.222|Metatarsus adductus, left|intoeing
Q67.3|Plagiocephaly|flat head
Q67.6|Sunken chest|pectus excavatum
Q67.7|Pigeon chest|pectus carinatum
Q68.0|Congenital torticollis|sternocleidomastoid deformity
Q69.9|Extra finger or toe|polydactyly
Q70.9|Webbed fingers or toes|syndactyly
Q75.009|Craniosynostosis|
Q75.3|Macrocephaly|large head
Q77.4|Achondroplasia|
Q78.0|Osteogenesis imperfecta|brittle bones
Q79.60|Ehlers-Danlos syndrome|
Q82.5|Congenital nevus|birthmark; port-wine stain; mole
Q82.6|Sacral dimple|
Q82.8|Other congenital malformation of skin|mongolian spot; congenital dermal melanocytosis
Q83.3|Extra nipple|accessory nipple
Q85.01|Neurofibromatosis type 1|nf1
Q85.1|Tuberous sclerosis|
Q86.0|Fetal alcohol syndrome|
Q87.11|Prader-Willi syndrome|
Q87.19|Other syndrome with short stature|noonan syndrome; russell-silver
Q87.40|Marfan syndrome|
Q90.9|Down syndrome|trisomy 21
Q91.3|Trisomy 18|edwards syndrome
Q93.51|Angelman syndrome|
Q93.82|Williams syndrome|
Q96.9|Turner syndrome|
Q98.4|Klinefelter syndrome|
Q99.2|Fragile X syndrome|
Q99.9|Chromosomal abnormality|
`;
