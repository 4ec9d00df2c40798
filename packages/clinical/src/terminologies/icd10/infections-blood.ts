/** ICD-10-CM, chapters 1 to 3 (A00–D89): code | our short name | other words, separated by semicolons. Billable in FY 2026. */
export const INFECTIONS_BLOOD = `
A02.0|Salmonella enteritis|salmonella food poisoning
A03.9|Shigellosis|shigella diarrhea
A04.5|Campylobacter enteritis|campylobacter diarrhea
A04.71|Clostridioides difficile enterocolitis, recurrent|c diff
A04.72|Clostridioides difficile enterocolitis, not recurrent|c diff; cdiff colitis
A04.9|Bacterial intestinal infection|bacterial diarrhea
A05.9|Bacterial food poisoning|food poisoning
A07.1|Giardiasis|giardia
A08.0|Rotavirus enteritis|rotavirus stomach flu
A08.11|Norovirus gastroenteritis|norwalk virus; stomach flu
A08.4|Viral intestinal infection|viral gastroenteritis; stomach flu; stomach bug
A09|Infectious gastroenteritis and colitis|infectious diarrhea; stomach flu; gastroenteritis
A15.0|Tuberculosis of lung|tb; pulmonary tuberculosis
A28.1|Cat-scratch disease|bartonella; cat scratch fever
A37.00|Whooping cough by Bordetella pertussis without pneumonia|pertussis
A37.90|Whooping cough without pneumonia|pertussis
A38.8|Scarlet fever with other complications|scarlatina
A38.9|Scarlet fever, uncomplicated|scarlatina; strep rash
A41.9|Sepsis|blood poisoning; septicemia
A46|Erysipelas|strep skin infection
A48.8|Other bacterial disease|
A49.01|Staphylococcus infection, methicillin susceptible|mssa
A49.02|Staphylococcus infection, methicillin resistant|mrsa
A49.1|Streptococcal infection, site unspecified|strep infection
A49.9|Bacterial infection|
A51.0|Primary genital syphilis|chancre
A53.9|Syphilis|lues
A54.00|Gonorrhea of lower genitourinary tract|clap; gonococcal infection
A54.9|Gonococcal infection|gonorrhea
A56.00|Chlamydia of lower genitourinary tract|chlamydial infection
A56.8|Chlamydia, sexually transmitted, of other sites|chlamydial infection
A59.01|Trichomonal vulvovaginitis|trichomoniasis; trich
A60.00|Genital herpes|hsv; genital hsv
A63.0|Genital warts|condyloma; anogenital warts; hpv warts
A69.20|Lyme disease|borreliosis; tick disease
A69.21|Meningitis due to Lyme disease|neuroborreliosis
A69.23|Arthritis due to Lyme disease|lyme arthritis
A77.0|Rocky Mountain spotted fever|rickettsia; tick fever; rmsf
A87.9|Viral meningitis|aseptic meningitis
A92.30|West Nile virus infection|west nile fever
B00.1|Herpes simplex of lips and face|cold sore; fever blister; herpes labialis
B00.2|Herpes gingivostomatitis|mouth herpes; primary herpes
B00.89|Other herpes simplex infection|herpetic whitlow
B00.9|Herpes simplex infection|hsv
B01.9|Chickenpox without complication|varicella
B02.9|Shingles without complication|herpes zoster
B05.9|Measles without complication|rubeola
B06.9|Rubella without complication|german measles
B07.0|Plantar wart|verruca; foot wart
B07.8|Other viral wart|common wart; flat wart; verruca
B07.9|Viral wart|verruca; common wart
B08.1|Molluscum contagiosum|water warts
B08.20|Roseola|exanthema subitum; sixth disease
B08.3|Fifth disease|erythema infectiosum; parvovirus; slapped cheek
B08.4|Hand, foot and mouth disease|coxsackie; hfmd
B08.5|Herpangina|coxsackie throat
B09|Viral rash|viral exanthem
B15.9|Hepatitis A without coma|infectious hepatitis
B16.9|Acute hepatitis B without coma|hepatitis b; hbv
B18.1|Chronic hepatitis B|hbv
B18.2|Chronic hepatitis C|hcv
B19.20|Viral hepatitis C without coma|hep c
B20|HIV disease|aids; human immunodeficiency virus
B25.9|Cytomegalovirus disease|cmv
B26.9|Mumps without complication|parotitis
B27.00|Gammaherpesviral mononucleosis without complication|mono; ebv; epstein barr
B27.90|Infectious mononucleosis without complication|mono; glandular fever
B30.9|Viral conjunctivitis|viral pink eye
B33.8|Other viral disease|
B34.0|Adenovirus infection|
B34.1|Enterovirus infection|coxsackie
B34.2|Coronavirus infection|
B34.9|Viral infection|viral illness; virus; viral syndrome
B35.0|Tinea barbae and tinea capitis|ringworm of scalp; scalp ringworm
B35.1|Tinea unguium|nail fungus; onychomycosis
B35.3|Tinea pedis|athlete's foot
B35.4|Tinea corporis|ringworm; body ringworm
B35.6|Tinea cruris|jock itch
B36.0|Pityriasis versicolor|tinea versicolor
B37.0|Oral thrush|candida of mouth; oral candidiasis; yeast in mouth
B37.2|Candidiasis of skin and nail|yeast skin infection; yeast diaper rash
B37.31|Acute candidiasis of vulva and vagina|yeast infection; vaginal yeast
B37.32|Chronic candidiasis of vulva and vagina|recurrent yeast infection
B37.89|Other candidiasis|
B37.9|Candidiasis|yeast infection
B54|Malaria|plasmodium
B58.9|Toxoplasmosis|
B65.9|Schistosomiasis|bilharzia
B76.9|Hookworm disease|
B77.9|Ascariasis|roundworm
B78.9|Strongyloidiasis|threadworm
B80|Pinworm|enterobiasis; worms
B82.9|Intestinal parasitism|worms; parasites
B83.9|Helminth infection|worms
B85.0|Head lice|pediculosis capitis; nits
B85.3|Pubic lice|crabs
B86|Scabies|itch mite
B88.9|Infestation|mites
B95.0|Streptococcus group A as the cause of disease elsewhere|
B95.62|MRSA as the cause of disease elsewhere|
B96.20|Escherichia coli as the cause of disease elsewhere|e coli
B97.4|RSV as the cause of disease elsewhere|respiratory syncytial virus
B97.89|Other virus as the cause of disease elsewhere|
C18.9|Cancer of colon|colon cancer
C34.90|Cancer of bronchus or lung, unspecified side|lung cancer
C43.9|Melanoma of skin|
C44.91|Basal cell carcinoma of skin|bcc
C44.92|Squamous cell carcinoma of skin|scc
C50.911|Cancer of right female breast|breast cancer
C50.912|Cancer of left female breast|breast cancer
C61|Cancer of prostate|prostate cancer
C73|Cancer of thyroid|thyroid cancer
C81.90|Hodgkin lymphoma|
C85.90|Non-Hodgkin lymphoma|
C91.00|Acute lymphoblastic leukemia, not in remission|all; leukemia
C91.01|Acute lymphoblastic leukemia, in remission|all; leukemia
C95.90|Leukemia, not in remission|
D12.6|Benign neoplasm of colon|colon polyp; adenoma
D17.9|Lipoma|fatty lump
D18.01|Hemangioma of skin|strawberry mark; infantile hemangioma
D18.00|Hemangioma, unspecified site|
D22.9|Melanocytic nevus|mole
D23.9|Benign neoplasm of skin|
D24.9|Benign neoplasm of breast|fibroadenoma
D25.9|Uterine fibroid|leiomyoma
D48.5|Neoplasm of skin of uncertain behavior|
D49.2|Neoplasm of bone, soft tissue or skin, unspecified behavior|skin lesion; growth
D50.0|Iron deficiency anemia from blood loss|
D50.8|Other iron deficiency anemia|diet anemia
D50.9|Iron deficiency anemia|low iron; ida
D51.0|Pernicious anemia|vitamin b12 anemia
D51.9|Vitamin B12 deficiency anemia|
D52.9|Folate deficiency anemia|
D53.9|Nutritional anemia|
D55.0|Anemia due to G6PD deficiency|favism
D56.1|Beta thalassemia|
D56.3|Thalassemia minor|thalassemia trait
D57.00|Sickle cell crisis|hb ss crisis
D57.1|Sickle cell disease without crisis|sickle cell anemia; hb ss
D57.20|Sickle cell hemoglobin C disease without crisis|hb sc
D57.3|Sickle cell trait|
D58.0|Hereditary spherocytosis|
D58.2|Other hemoglobinopathy|
D61.9|Aplastic anemia|
D62|Acute anemia from bleeding|blood loss anemia
D64.9|Anemia|low blood count; low hemoglobin
D66|Hemophilia A|factor viii deficiency
D67|Hemophilia B|factor ix deficiency
D68.00|Von Willebrand disease|vwd
D68.51|Factor V Leiden|activated protein c resistance
D68.59|Other primary thrombophilia|
D68.9|Coagulation defect|bleeding disorder
D69.0|Henoch-Schönlein purpura|iga vasculitis; hsp
D69.3|Immune thrombocytopenia|itp; low platelets
D69.6|Thrombocytopenia|low platelets
D70.8|Other neutropenia|
D70.9|Neutropenia|low white cells
D72.10|Eosinophilia|
D72.819|Low white blood cell count|leukopenia
D72.829|High white blood cell count|leukocytosis
D75.839|Thrombocytosis|high platelets
D80.2|Selective IgA deficiency|
D80.9|Immunodeficiency with antibody defects|
D82.1|DiGeorge syndrome|22q11 deletion
D83.9|Common variable immunodeficiency|cvid
D84.9|Immunodeficiency|immune deficiency
D84.821|Immunodeficiency due to drugs|immunosuppressed
D86.9|Sarcoidosis|
D89.9|Disorder of the immune mechanism|
`;
