/** ICD-10-CM, chapter 21 (Z00–Z99): code | our short name | other words, separated by semicolons. Billable in FY 2026. */
export const REASONS = `
Z00.00|Adult checkup, nothing abnormal found|physical; annual exam
Z00.01|Adult checkup with abnormal findings|physical; annual exam
Z00.110|Newborn checkup, under 8 days|well baby
Z00.111|Newborn checkup, 8 to 28 days|well baby; weight check
Z00.121|Well-child visit with abnormal findings|child checkup; physical
Z00.129|Well-child visit, nothing abnormal found|well child; well child check; child checkup; routine child health exam; wcc; physical
Z00.2|Examination for rapid growth in childhood|
Z00.3|Examination for adolescent development|puberty
Z00.8|Other general examination|
Z01.00|Eye and vision examination, nothing abnormal found|
Z01.01|Eye and vision examination with abnormal findings|
Z01.020|Eye and vision examination after failed screening, nothing abnormal found|
Z01.021|Eye and vision examination after failed screening, with abnormal findings|
Z01.10|Hearing examination, nothing abnormal found|
Z01.110|Hearing examination after failed screening|
Z01.118|Hearing examination with other abnormal findings|
Z01.30|Blood pressure check, nothing abnormal found|
Z01.31|Blood pressure check with abnormal findings|
Z01.411|Gynecological examination with abnormal findings|pap
Z01.419|Gynecological examination, nothing abnormal found|pap; well woman
Z01.810|Examination of the heart before a procedure|preop
Z01.812|Laboratory examination before a procedure|preop
Z01.818|Other examination before a procedure|preop clearance
Z01.82|Allergy testing|
Z01.84|Test for antibody response|titer; immunity
Z01.89|Other special examination|
Z02.0|Examination for school|school physical
Z02.1|Examination for employment|work physical
Z02.4|Examination for driving license|
Z02.5|Sports physical|examination for sport; preparticipation; camp
Z02.6|Examination for insurance|
Z02.71|Disability determination|
Z02.79|Other medical certificate|form; note
Z02.82|Adoption examination|
Z02.83|Drug and alcohol test|
Z02.89|Other administrative examination|camp physical; form
Z03.89|Observation for other suspected disease, ruled out|
Z04.1|Examination after traffic accident|
Z04.42|Examination after alleged child sexual abuse|
Z04.72|Examination after alleged child physical abuse|
Z05.1|Newborn observed for suspected infection, ruled out|
Z05.89|Newborn observed for another suspected condition, ruled out|
Z08|Follow-up after cancer treatment|
Z09|Follow-up after completed treatment|
Z11.1|Tuberculosis screening|tb test; ppd
Z11.3|Screening for sexually transmitted infections|sti screening
Z11.4|HIV screening|
Z11.51|HPV screening|
Z11.52|COVID-19 screening|
Z11.59|Screening for other viral diseases|hepatitis screening
Z11.7|Screening for latent tuberculosis|
Z12.11|Colon cancer screening|colonoscopy
Z12.31|Screening mammogram|breast cancer screening
Z12.39|Other breast cancer screening|
Z12.4|Cervical cancer screening|pap
Z12.5|Prostate cancer screening|psa
Z12.83|Skin cancer screening|
Z13.0|Screening for blood diseases|anemia screening
Z13.1|Diabetes screening|
Z13.21|Screening for nutritional disorder|
Z13.220|Lipid screening|cholesterol screening
Z13.228|Screening for other metabolic disorder|
Z13.29|Screening for other endocrine disorder|thyroid screening
Z13.31|Depression screening|phq
Z13.32|Maternal depression screening|edinburgh; epds; postpartum depression screening
Z13.39|Screening for other mental disorder|anxiety screening; adhd screening
Z13.40|Developmental screening|
Z13.41|Autism screening|mchat
Z13.42|Screening for global developmental delay|asq
Z13.49|Screening for other developmental delay|speech screening
Z13.5|Eye and ear screening|vision screening; hearing screening
Z13.6|Screening for cardiovascular disorders|
Z13.820|Osteoporosis screening|
Z13.828|Screening for other musculoskeletal disorder|scoliosis screening
Z13.84|Dental screening|
Z13.88|Lead screening|exposure to contaminants
Z13.89|Screening for other disorder|
Z13.9|Screening|
Z14.1|Cystic fibrosis carrier|
Z15.01|Genetic susceptibility to breast cancer|brca
Z16.29|Resistance to other antibiotic|
Z20.01|Contact with intestinal infection by E. coli|
Z20.1|Contact with tuberculosis|tb exposure
Z20.2|Contact with sexually transmitted infection|sti exposure
Z20.3|Contact with rabies|
Z20.5|Contact with viral hepatitis|
Z20.6|Contact with HIV|
Z20.7|Contact with lice or scabies|pediculosis exposure
Z20.818|Contact with other bacterial disease|strep exposure; pertussis exposure
Z20.820|Contact with chickenpox|varicella exposure
Z20.822|Contact with COVID-19|
Z20.828|Contact with other viral disease|flu exposure
Z20.89|Contact with other communicable disease|
Z20.9|Contact with communicable disease|
Z21|HIV infection without symptoms|hiv positive
Z22.330|Carrier of group B streptococcus|gbs
Z22.322|Carrier of MRSA|
Z22.7|Latent tuberculosis|ltbi
Z23|Immunization|vaccine; shots
Z28.01|No immunization: acute illness|
Z28.04|No immunization: allergy|
Z28.09|No immunization: other contraindication|
Z28.1|No immunization: beliefs|religious exemption
Z28.20|No immunization: patient's decision|
Z28.21|No immunization: patient refused|vaccine refusal
Z28.310|Not vaccinated against COVID-19|
Z28.311|Partly vaccinated against COVID-19|
Z28.39|Behind on immunizations|underimmunized; delinquent vaccines
Z28.81|No immunization: had the disease|
Z28.82|No immunization: caregiver refused|vaccine refusal; parent refusal
Z28.83|No immunization: vaccine not available|
Z28.89|No immunization: other reason|
Z28.9|No immunization|
Z29.11|Preventive treatment against RSV|nirsevimab; palivizumab; beyfortus
Z29.3|Fluoride treatment|fluoride varnish
Z29.81|HIV pre-exposure prophylaxis|prep
Z30.011|Start of contraceptive pills|birth control
Z30.013|Start of contraceptive injection|depo
Z30.014|Start of intrauterine device|iud
Z30.017|Start of contraceptive implant|nexplanon
Z30.09|Contraception counseling|birth control advice; family planning
Z30.2|Sterilization|
Z30.40|Contraception check|
Z30.41|Contraceptive pill check|birth control refill
Z30.42|Contraceptive injection check|depo shot
Z30.430|Insertion of intrauterine device|iud
Z30.431|Intrauterine device check|iud
Z30.432|Removal of intrauterine device|iud
Z30.46|Contraceptive implant check|nexplanon removal
Z30.8|Other contraceptive management|
Z30.9|Contraceptive management|birth control
Z31.69|Other advice on conceiving|preconception
Z32.00|Pregnancy test, result unknown|
Z32.01|Pregnancy test, positive|
Z32.02|Pregnancy test, negative|
Z32.2|Childbirth instruction|
Z33.1|Pregnant, incidental|
Z34.00|Supervision of first pregnancy|prenatal
Z34.90|Supervision of pregnancy|prenatal
Z38.00|Liveborn in hospital, vaginal birth|newborn
Z38.01|Liveborn in hospital, cesarean|newborn
Z38.1|Liveborn outside hospital|home birth
Z38.30|Twin liveborn in hospital, vaginal birth|
Z38.31|Twin liveborn in hospital, cesarean|
Z39.1|Care of nursing mother|lactation; breastfeeding support
Z39.2|Postpartum follow-up|
Z41.2|Circumcision|
Z41.3|Ear piercing|
Z43.1|Care of gastrostomy|g-tube
Z45.02|Adjustment of heart defibrillator|
Z47.89|Other orthopedic aftercare|cast care
Z48.00|Change of dressing|
Z48.01|Change of surgical dressing|
Z48.02|Removal of stitches|suture removal; staple removal
Z48.89|Other surgical aftercare|
Z51.5|Palliative care|
Z51.81|Drug level monitoring|
Z51.89|Other aftercare|
Z53.20|Procedure not done: patient's decision|
Z53.21|Patient left without being seen|
Z55.3|Underachievement in school|school failure
Z55.4|Problems with teachers and classmates|school problem; bullying
Z55.8|Other problem with education|
Z55.9|Problem with education|
Z56.0|Unemployment|
Z56.6|Stress at work|
Z57.9|Occupational exposure to risk|
Z58.6|Inadequate drinking water|
Z59.00|Homelessness|
Z59.01|Homelessness, sheltered|
Z59.10|Inadequate housing|
Z59.41|Food insecurity|hunger
Z59.5|Extreme poverty|
Z59.6|Low income|
Z59.71|Insufficient health insurance|
Z59.811|Housing instability with risk of homelessness|
Z59.82|Transportation insecurity|
Z59.868|Other financial insecurity|
Z59.87|Material hardship|
Z60.0|Adjustment to a new phase of life|
Z60.2|Living alone|
Z60.3|Difficulty adapting to a new culture|immigration
Z60.4|Social exclusion|bullying
Z62.21|Child in welfare custody|foster care
Z62.810|Own history of physical or sexual abuse in childhood|
Z62.811|Own history of psychological abuse in childhood|
Z62.812|Own history of neglect in childhood|
Z62.820|Parent-biological child conflict|
Z62.821|Parent-adopted child conflict|
Z62.891|Sibling rivalry|
Z62.898|Other problem of upbringing|
Z63.0|Problem with spouse or partner|
Z63.4|Death of family member|bereavement; grief
Z63.5|Family disrupted by separation or divorce|divorce
Z63.6|Dependent relative needing care|caregiver stress
Z63.72|Alcoholism or drug addiction in family|
Z63.79|Other stress on family|
Z63.8|Other problem of the support group|family conflict
Z64.0|Problem with unwanted pregnancy|
Z65.3|Other legal problem|
Z65.8|Other psychosocial problem|
Z66|Do not resuscitate|dnr
Z68.1|BMI 19.9 or less, adult|
Z68.25|BMI 25.0 to 25.9, adult|
Z68.30|BMI 30.0 to 30.9, adult|
Z68.35|BMI 35.0 to 35.9, adult|
Z68.41|BMI 40.0 to 44.9, adult|
Z68.51|BMI under the 5th percentile, child|
Z68.52|BMI 5th to under 85th percentile, child|
Z68.53|BMI 85th to under 95th percentile, child|
Z68.54|BMI 95th percentile to under 120 % of it, child|
Z68.55|BMI 120 % to under 140 % of the 95th percentile, child|
Z68.56|BMI 140 % of the 95th percentile or more, child|
Z69.010|Mental health service for a victim of abuse by parent|
Z70.9|Sex counseling|
Z71.1|Feared complaint without diagnosis|worried well
Z71.2|Explaining test results|
Z71.3|Dietary counseling|nutrition counseling
Z71.41|Alcohol abuse counseling|
Z71.51|Drug abuse counseling|
Z71.6|Tobacco counseling|quit smoking
Z71.7|HIV counseling|
Z71.82|Exercise counseling|
Z71.84|Travel health counseling|travel visit
Z71.85|Vaccine safety counseling|
Z71.87|Counseling on moving from pediatric to adult care|transition
Z71.89|Other counseling|
Z72.0|Tobacco use|smoking; vaping
Z72.3|Lack of exercise|sedentary
Z72.4|Poor diet|
Z72.51|High-risk heterosexual behavior|
Z72.810|Antisocial behavior of child or adolescent|
Z72.820|Sleep deprivation|
Z72.821|Inadequate sleep hygiene|
Z72.89|Other problem of lifestyle|screen time
Z73.0|Burnout|
Z73.3|Stress|
Z73.810|Behavioral insomnia of childhood, sleep-onset type|
Z73.811|Behavioral insomnia of childhood, limit-setting type|
Z73.819|Behavioral insomnia of childhood|
Z74.09|Other reduced mobility|
Z75.8|Other problem of medical care|
Z76.0|Repeat prescription|refill
Z76.1|Care of abandoned infant|
Z76.2|Care of other healthy infant or child|
Z76.81|Visit of expecting parents|prenatal pediatrician visit
Z76.89|Other reason for a visit|
Z77.011|Exposure to lead|
Z77.22|Exposure to second-hand smoke|
Z78.0|Menopause without symptoms|
Z78.9|Other health status|
Z79.01|Long-term anticoagulant|warfarin
Z79.02|Long-term antiplatelet drug|
Z79.1|Long-term NSAID|
Z79.2|Long-term antibiotic|
Z79.3|Long-term hormonal contraceptive|
Z79.4|Long-term insulin|
Z79.51|Long-term inhaled steroid|
Z79.52|Long-term systemic steroid|
Z79.82|Long-term aspirin|
Z79.84|Long-term oral diabetes drug|metformin
Z79.85|Long-term injected diabetes drug other than insulin|glp-1
Z79.890|Hormone replacement therapy|
Z79.891|Long-term opioid|
Z79.899|Other long-term drug|medication monitoring; stimulant
Z80.0|Family history of cancer of digestive organs|colon cancer in family
Z80.3|Family history of breast cancer|
Z81.8|Family history of other mental disorder|
Z82.0|Family history of epilepsy and other nerve disease|
Z82.49|Family history of heart disease|
Z82.5|Family history of asthma|
Z83.3|Family history of diabetes|
Z83.42|Family history of familial high cholesterol|
Z84.82|Family history of sudden infant death|sids
Z85.3|Own history of breast cancer|
Z86.11|Own history of tuberculosis|
Z86.16|Own history of COVID-19|
Z86.32|Own history of gestational diabetes|
Z86.59|Own history of other mental disorder|
Z87.01|Own history of recurrent pneumonia|
Z87.09|Own history of other respiratory disease|
Z87.19|Own history of other digestive disease|
Z87.440|Own history of urinary tract infections|
Z87.442|Own history of kidney stones|
Z87.68|Own history of other newborn problem|prematurity
Z87.820|Own history of traumatic brain injury|concussion
Z87.891|Own history of nicotine dependence|former smoker
Z88.0|Allergy to penicillin|
Z88.1|Allergy to another antibiotic|
Z88.2|Allergy to sulfonamides|sulfa
Z88.5|Allergy to opioids|
Z88.6|Allergy to painkillers|
Z88.7|Allergy to vaccine or serum|
Z88.8|Allergy to another drug|
Z88.9|Allergy to drug|
Z90.49|Absence of other part of digestive tract|appendectomy
Z90.710|Absence of cervix and uterus|hysterectomy
Z90.81|Absence of spleen|splenectomy; asplenia
Z90.89|Absence of other organ|tonsillectomy
Z91.010|Allergy to peanuts|
Z91.0110|Allergy to milk products|cow's milk; dairy
Z91.0120|Allergy to eggs|
Z91.013|Allergy to seafood|shellfish; fish
Z91.018|Allergy to other food|tree nut
Z91.030|Allergy to bee stings|
Z91.038|Allergy to other insect|
Z91.040|Allergy to latex|
Z91.041|Allergy to contrast dye|
Z91.048|Allergy to other nonmedicinal substance|
Z91.09|Other allergy, not to drugs|pollen
Z91.148|Other nonadherence to medicine|
Z91.51|Own history of suicidal behavior|suicide attempt
Z91.52|Own history of self-harm without suicidal intent|
Z91.81|Own history of falling|
Z91.89|Other personal risk factor|
Z92.21|Own history of chemotherapy|
Z92.3|Own history of radiation|
Z93.0|Tracheostomy|
Z93.1|Gastrostomy|g-tube
Z94.0|Transplanted kidney|
Z95.0|Cardiac pacemaker|
Z95.1|Coronary bypass graft|
Z95.5|Coronary stent|
Z96.1|Artificial lens|cataract surgery
Z96.22|Ear tubes|myringotomy tubes; tympanostomy
Z96.641|Artificial right hip joint|
Z96.651|Artificial right knee joint|
Z97.3|Glasses or contact lenses|
Z97.5|Intrauterine device in place|iud
Z98.2|Cerebrospinal fluid drain|vp shunt
Z98.890|Other state after surgery|postprocedural
Z99.2|Dependence on dialysis|
Z99.3|Dependence on wheelchair|
Z99.81|Dependence on oxygen|home oxygen
`;
