/** ICD-10-CM, chapters 18 to 20 and 22 (R00–Y99, U): code | our short name | other words, separated by semicolons. Billable in FY 2026. */
export const SIGNS_INJURIES = `
R00.0|Fast heartbeat|tachycardia
R00.1|Slow heartbeat|bradycardia
R00.2|Palpitations|heart racing
R01.0|Innocent heart murmur|benign murmur; functional murmur
R01.1|Heart murmur|cardiac murmur
R03.0|High blood pressure reading without diagnosis|elevated bp
R04.0|Nosebleed|epistaxis
R04.2|Coughing up blood|hemoptysis
R05.1|Acute cough|
R05.2|Subacute cough|
R05.3|Chronic cough|
R05.8|Other cough|
R05.9|Cough|
R06.00|Shortness of breath, unspecified|dyspnea
R06.02|Shortness of breath|trouble breathing; dyspnea
R06.03|Acute respiratory distress|
R06.1|Stridor|noisy breathing in
R06.2|Wheezing|
R06.3|Periodic breathing|
R06.4|Hyperventilation|
R06.5|Mouth breathing|
R06.6|Hiccup|
R06.7|Sneezing|
R06.81|Apnea|pause in breathing
R06.82|Fast breathing|tachypnea
R06.83|Snoring|
R06.89|Other abnormality of breathing|breath holding spell
R07.0|Throat pain|sore throat
R07.1|Chest pain on breathing|pleuritic pain
R07.2|Pain over the heart|precordial pain
R07.81|Pleurodynia|
R07.82|Rib pain|intercostal pain
R07.89|Other chest pain|chest wall pain
R07.9|Chest pain|
R09.02|Low oxygen|hypoxemia
R09.81|Stuffy nose|nasal congestion
R09.82|Postnasal drip|
R09.89|Other respiratory sign|chest congestion; rales
R10.0|Acute abdomen|
R10.11|Right upper belly pain|ruq pain
R10.12|Left upper belly pain|luq pain
R10.13|Epigastric pain|stomach pain
R10.20|Pelvic and perineal pain|pelvic pain
R10.24|Suprapubic pain|
R10.30|Lower belly pain|lower abdominal pain
R10.31|Right lower belly pain|rlq pain
R10.32|Left lower belly pain|llq pain
R10.33|Pain around the navel|periumbilical pain
R10.83|Infant colic|crying baby
R10.84|Generalized belly pain|abdominal pain
R10.9|Belly pain|abdominal pain; stomach ache; tummy ache
R10.A0|Flank pain|side pain
R10.A1|Flank pain, right|
R10.A2|Flank pain, left|
R11.0|Nausea|
R11.10|Vomiting|throwing up
R11.11|Vomiting without nausea|
R11.12|Projectile vomiting|
R11.14|Bilious vomiting|green vomit
R11.15|Cyclical vomiting, not with migraine|
R11.2|Nausea with vomiting|
R12|Heartburn|
R13.10|Trouble swallowing|dysphagia
R14.0|Bloating|abdominal distension
R14.3|Gas|flatulence
R15.9|Soiling|fecal incontinence; encopresis
R16.0|Large liver|hepatomegaly
R16.1|Large spleen|splenomegaly
R17|Jaundice|yellow skin
R19.00|Abdominal mass|lump in belly
R19.4|Change in bowel habit|
R19.5|Abnormal stool|occult blood in stool; mucus in stool
R19.6|Bad breath|halitosis
R19.7|Diarrhea|loose stool
R20.0|Numbness|anesthesia of skin
R20.2|Tingling|paresthesia
R21|Rash|skin eruption
R22.0|Swelling or lump of head|
R22.1|Swelling or lump of neck|neck mass
R22.2|Swelling or lump of trunk|
R22.9|Swelling or lump|
R23.0|Blue skin|cyanosis
R23.1|Pallor|pale
R23.2|Flushing|
R23.3|Easy bruising|petechiae; spontaneous ecchymoses
R23.8|Other skin change|
R25.1|Tremor|shaking
R25.2|Cramp|spasm
R26.2|Trouble walking|
R26.81|Unsteady on feet|
R26.89|Other abnormal gait|toe walking; limp
R26.9|Abnormal gait|limp
R27.0|Ataxia|
R27.8|Other lack of coordination|clumsy
R29.4|Clicking hip|hip click
R29.6|Repeated falls|
R29.810|Facial weakness|facial droop
R29.898|Other musculoskeletal sign|
R30.0|Painful urination|dysuria; burning urination
R31.0|Gross blood in urine|hematuria
R31.29|Other microscopic blood in urine|hematuria
R31.9|Blood in urine|hematuria
R32|Urinary incontinence|wetting; enuresis
R33.9|Urinary retention|
R34|Little or no urine|oliguria; anuria
R35.0|Frequent urination|
R35.1|Urination at night|nocturia
R35.89|Other polyuria|
R36.9|Urethral discharge|
R39.11|Hesitancy of urination|
R39.15|Urgency of urination|
R40.0|Sleepiness|somnolence
R40.20|Coma|
R40.4|Brief loss of awareness|transient alteration of awareness; staring spell
R41.0|Confusion|disorientation
R41.3|Memory loss|amnesia
R41.82|Altered mental status|
R41.840|Attention deficit, not ADHD|poor concentration
R42|Dizziness|lightheaded; vertigo
R43.0|Loss of smell|anosmia
R44.0|Auditory hallucinations|hearing voices
R44.3|Hallucinations|
R45.1|Restlessness and agitation|
R45.4|Irritability and anger|
R45.6|Violent behavior|aggression
R45.83|Excessive crying of child|
R45.851|Suicidal thoughts|suicidal ideation
R45.86|Mood swings|emotional lability
R45.87|Impulsiveness|
R45.88|Self-harm without suicidal intent|cutting; nssi
R45.89|Other emotional sign|
R46.89|Other behavior sign|behavior problem
R47.1|Slurred speech|dysarthria
R47.9|Speech disturbance|
R48.0|Dyslexia and alexia|reading difficulty
R49.0|Hoarseness|dysphonia
R50.81|Fever with a condition elsewhere|
R50.83|Fever after vaccination|
R50.9|Fever|temperature; pyrexia
R51.0|Headache with change of posture|
R51.9|Headache|
R52|Pain|
R53.1|Weakness|
R53.81|Malaise|debility
R53.83|Fatigue|tiredness; lethargy
R55|Fainting|syncope; passing out
R56.00|Febrile seizure, simple|fever seizure
R56.01|Febrile seizure, complex|
R56.9|Seizure|convulsion; fit
R58|Bleeding|hemorrhage
R59.0|Swollen lymph nodes, one region|swollen glands; lymphadenopathy
R59.1|Swollen lymph nodes, generalized|lymphadenopathy
R59.9|Swollen lymph nodes|swollen glands; lymphadenopathy
R60.0|Local swelling|localized edema
R60.9|Swelling|edema
R61|Excessive sweating|night sweats; hyperhidrosis
R62.0|Delayed milestone|late walker
R62.50|Lack of expected development|developmental delay
R62.51|Failure to thrive, child|poor weight gain
R62.52|Short stature|
R62.59|Other lack of expected development|
R62.7|Failure to thrive, adult|
R63.0|Loss of appetite|anorexia
R63.1|Excessive thirst|polydipsia
R63.2|Excessive eating|polyphagia
R63.30|Feeding difficulties|
R63.31|Pediatric feeding disorder, acute|
R63.32|Pediatric feeding disorder, chronic|
R63.39|Other feeding difficulties|picky eater
R63.4|Abnormal weight loss|
R63.5|Abnormal weight gain|
R63.6|Underweight|
R63.8|Other sign of food and fluid intake|
R68.11|Excessive crying of infant|
R68.12|Fussy infant|
R68.13|Brief resolved unexplained event|brue; alte
R68.81|Early satiety|
R68.84|Jaw pain|
R68.89|Other general symptom|
R69|Illness, unspecified|
R70.0|High sedimentation rate|esr
R73.01|Impaired fasting glucose|
R73.03|Prediabetes|
R73.9|High blood sugar|hyperglycemia
R74.01|High liver enzymes|high transaminases; alt; ast
R76.11|Positive tuberculin skin test without disease|ppd; tb test
R76.12|Positive blood test for tuberculosis without disease|igra; quantiferon
R78.71|Abnormal lead level in blood|high lead
R78.81|Bacteria in blood|bacteremia
R79.89|Other abnormal blood chemistry|
R80.9|Protein in urine|proteinuria
R81|Sugar in urine|glycosuria
R82.71|Bacteria in urine|bacteriuria
R82.90|Abnormal urine finding|
R87.610|ASC-US on cervical cytology|abnormal pap
R87.612|LSIL on cervical cytology|abnormal pap
R87.613|HSIL on cervical cytology|abnormal pap
R87.810|High risk HPV of cervix|
R91.1|Single lung nodule|
R92.8|Other abnormal imaging of breast|abnormal mammogram
R93.89|Abnormal imaging elsewhere|
R94.31|Abnormal electrocardiogram|abnormal ecg
R94.120|Abnormal hearing test|failed hearing screen
S00.03XA|Contusion of scalp, first encounter|bump on head; goose egg
S00.11XA|Black eye, right, first encounter|contusion of eyelid
S00.12XA|Black eye, left, first encounter|contusion of eyelid
S00.33XA|Contusion of nose, first encounter|
S00.83XA|Contusion of other part of head, first encounter|forehead bruise
S00.91XA|Abrasion of head, first encounter|scrape
S01.01XA|Laceration of scalp, first encounter|cut on head
S01.111A|Laceration of right eyelid, first encounter|cut on brow
S01.112A|Laceration of left eyelid, first encounter|cut on brow
S01.21XA|Laceration of nose, first encounter|cut on nose
S01.311A|Laceration of right ear, first encounter|
S01.312A|Laceration of left ear, first encounter|
S01.411A|Laceration of right cheek, first encounter|
S01.412A|Laceration of left cheek, first encounter|
S01.511A|Laceration of lip, first encounter|cut lip
S01.512A|Laceration inside mouth, first encounter|cut tongue
S01.81XA|Laceration of other part of head, first encounter|cut on forehead; cut on chin
S02.2XXA|Fracture of nose, first encounter, closed|broken nose
S02.5XXA|Fracture of tooth, first encounter, closed|broken tooth; chipped tooth
S03.2XXA|Dislocation of tooth, first encounter|knocked out tooth
S05.01XA|Corneal abrasion, right, first encounter|scratched eye
S05.02XA|Corneal abrasion, left, first encounter|scratched eye
S06.0X0A|Concussion without loss of consciousness, first encounter|mild head injury; mtbi
S06.0X0D|Concussion without loss of consciousness, follow-up|mtbi
S06.0X1A|Concussion with brief loss of consciousness, first encounter|mtbi
S06.0X9A|Concussion with loss of consciousness, first encounter|
S09.90XA|Head injury, first encounter|bumped head
S09.93XA|Injury of face, first encounter|
S13.4XXA|Sprain of neck, first encounter|whiplash
S16.1XXA|Strain of neck muscle, first encounter|
S20.211A|Contusion of right front chest wall, first encounter|
S20.212A|Contusion of left front chest wall, first encounter|
S39.012A|Strain of lower back, first encounter|pulled back muscle
S42.001A|Fracture of right clavicle, first encounter, closed|broken collarbone
S42.002A|Fracture of left clavicle, first encounter, closed|broken collarbone
S43.401A|Sprain of right shoulder, first encounter|
S43.402A|Sprain of left shoulder, first encounter|
S50.01XA|Contusion of right elbow, first encounter|
S50.02XA|Contusion of left elbow, first encounter|
S51.811A|Laceration of right forearm, first encounter|
S51.812A|Laceration of left forearm, first encounter|
S52.501A|Fracture of lower end of right radius, first encounter, closed|broken wrist; distal radius
S52.502A|Fracture of lower end of left radius, first encounter, closed|broken wrist; distal radius
S52.521A|Buckle fracture of lower end of right radius, first encounter|torus fracture
S52.522A|Buckle fracture of lower end of left radius, first encounter|torus fracture
S53.031A|Nursemaid's elbow, right, first encounter|pulled elbow
S53.032A|Nursemaid's elbow, left, first encounter|pulled elbow
S60.221A|Contusion of right hand, first encounter|
S60.222A|Contusion of left hand, first encounter|
S61.411A|Laceration of right hand, first encounter|cut hand
S61.412A|Laceration of left hand, first encounter|cut hand
S62.90XA|Fracture of wrist and hand, first encounter, closed|broken hand
S63.501A|Sprain of right wrist, first encounter|
S63.502A|Sprain of left wrist, first encounter|
S80.01XA|Contusion of right knee, first encounter|bruised knee
S80.02XA|Contusion of left knee, first encounter|bruised knee
S80.211A|Abrasion of right knee, first encounter|scraped knee
S80.212A|Abrasion of left knee, first encounter|scraped knee
S81.011A|Laceration of right knee, first encounter|
S81.012A|Laceration of left knee, first encounter|
S83.91XA|Sprain of right knee, first encounter|
S83.92XA|Sprain of left knee, first encounter|
S91.311A|Laceration of right foot, first encounter|cut foot
S91.312A|Laceration of left foot, first encounter|cut foot
S93.401A|Sprain of right ankle, first encounter|twisted ankle; rolled ankle
S93.402A|Sprain of left ankle, first encounter|twisted ankle; rolled ankle
S93.601A|Sprain of right foot, first encounter|
S93.602A|Sprain of left foot, first encounter|
T14.8XXA|Other injury, first encounter|wound
T14.90XA|Injury, first encounter|trauma
T15.01XA|Foreign body in cornea, right, first encounter|something in eye
T15.02XA|Foreign body in cornea, left, first encounter|something in eye
T16.1XXA|Foreign body in right ear, first encounter|bead in ear
T16.2XXA|Foreign body in left ear, first encounter|bead in ear
T17.1XXA|Foreign body in nostril, first encounter|bead in nose
T18.9XXA|Foreign body in digestive tract, first encounter|swallowed coin
T30.0|Burn, unspecified body region and degree|
T50.901A|Poisoning by drug, accidental, first encounter|ingestion of medicine; overdose
T63.441A|Bee sting, accidental, first encounter|venom
T67.5XXA|Heat exhaustion, first encounter|
T74.12XA|Child physical abuse, confirmed, first encounter|
T76.12XA|Child physical abuse, suspected, first encounter|
T76.22XA|Child sexual abuse, suspected, first encounter|
T78.2XXA|Anaphylaxis, first encounter|anaphylactic shock
T78.3XXA|Angioedema, first encounter|swollen lips
T78.40XA|Allergy, first encounter|allergic reaction
T80.52XA|Anaphylaxis from vaccination, first encounter|
T88.1XXA|Other complication of immunization, first encounter|vaccine reaction
T88.7XXA|Adverse effect of drug, first encounter|side effect
U07.0|Vaping-related disorder|evali; e-cigarette lung injury
U07.1|COVID-19|coronavirus; sars-cov-2
U09.9|Post COVID-19 condition|long covid
V00.131A|Fall from skateboard, first encounter|
V00.841A|Fall from standing electric scooter, first encounter|
V89.2XXA|Person injured in motor vehicle accident, first encounter|car accident; mva
W01.0XXA|Fall on same level from slipping or tripping, first encounter|
W06.XXXA|Fall from bed, first encounter|
W09.2XXA|Fall from jungle gym, first encounter|monkey bars
W10.9XXA|Fall from stairs, first encounter|
W19.XXXA|Fall, first encounter|
W54.0XXA|Bitten by dog, first encounter|dog bite
W55.01XA|Bitten by cat, first encounter|cat bite
W57.XXXA|Bitten or stung by insect, first encounter|bug bite; mosquito bite; tick bite
Y92.219|School as the place of the injury|
Y93.61|Football as the activity of the injury|
Y93.66|Soccer as the activity of the injury|
`;
