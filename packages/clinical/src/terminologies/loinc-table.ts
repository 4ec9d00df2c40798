/**
 * LOINC codes in use, a line each: code | our short name | UCUM unit (empty for coded or text results).
 * LOINC codes are © Regenstrief Institute and free under its licence (loinc.org/license).
 */
export const LOINC_CODES = `
29463-7 | Body weight | kg
8302-2 | Body height | cm
8306-3 | Body length, lying | cm
9843-4 | Head circumference | cm
39156-5 | Body mass index | kg/m2
59576-9 | BMI percentile for age and sex | %
77606-2 | Weight-for-length percentile | %
8289-1 | Head circumference percentile | %
85354-9 | Blood pressure panel | mm[Hg]
8480-6 | Systolic blood pressure | mm[Hg]
8462-4 | Diastolic blood pressure | mm[Hg]
8867-4 | Heart rate | /min
9279-1 | Respiratory rate | /min
8310-5 | Body temperature | Cel
2708-6 | Oxygen saturation, arterial blood | %
59408-5 | Oxygen saturation by pulse oximetry | %
72514-3 | Pain severity 0 to 10 | {score}
72166-2 | Tobacco smoking status |
55757-9 | PHQ-2 |
55758-7 | PHQ-2 total score | {score}
44249-1 | PHQ-9 |
44261-6 | PHQ-9 total score | {score}
69737-5 | GAD-7 |
70274-6 | GAD-7 total score | {score}
58410-2 | Complete blood count with platelets, automated |
57021-8 | Complete blood count with differential, automated |
6690-2 | White blood cells | 10*3/uL
789-8 | Red blood cells | 10*6/uL
718-7 | Hemoglobin | g/dL
4544-3 | Hematocrit | %
787-2 | Mean corpuscular volume | fL
785-6 | Mean corpuscular hemoglobin | pg
786-4 | Mean corpuscular hemoglobin concentration | g/dL
788-0 | Red cell distribution width | %
777-3 | Platelets | 10*3/uL
770-8 | Neutrophils, percent | %
736-9 | Lymphocytes, percent | %
5905-5 | Monocytes, percent | %
713-8 | Eosinophils, percent | %
706-2 | Basophils, percent | %
751-8 | Neutrophils, count | 10*3/uL
731-0 | Lymphocytes, count | 10*3/uL
711-2 | Eosinophils, count | 10*3/uL
4537-7 | Sedimentation rate, Westergren | mm/h
1988-5 | C-reactive protein | mg/L
2276-4 | Ferritin | ng/mL
2498-4 | Iron | ug/dL
2500-7 | Iron binding capacity | ug/dL
2502-3 | Iron saturation | %
17849-1 | Reticulocytes, percent | %
5671-3 | Lead in blood | ug/dL
10368-9 | Lead in capillary blood | ug/dL
77307-7 | Lead in venous blood | ug/dL
24320-4 | Basic metabolic panel |
24323-8 | Comprehensive metabolic panel |
2951-2 | Sodium | mmol/L
2823-3 | Potassium | mmol/L
2075-0 | Chloride | mmol/L
2028-9 | Carbon dioxide, total | mmol/L
3094-0 | Urea nitrogen | mg/dL
2160-0 | Creatinine | mg/dL
2345-7 | Glucose | mg/dL
1558-6 | Glucose, fasting | mg/dL
2339-0 | Glucose in blood | mg/dL
17861-6 | Calcium | mg/dL
2777-1 | Phosphate | mg/dL
19123-9 | Magnesium | mg/dL
2885-2 | Protein, total | g/dL
1751-7 | Albumin | g/dL
1975-2 | Bilirubin, total | mg/dL
1968-7 | Bilirubin, direct | mg/dL
1742-6 | Alanine aminotransferase (ALT) | U/L
1920-8 | Aspartate aminotransferase (AST) | U/L
6768-6 | Alkaline phosphatase | U/L
2324-2 | Gamma glutamyl transferase (GGT) | U/L
3040-3 | Lipase | U/L
1798-8 | Amylase | U/L
3084-1 | Uric acid | mg/dL
2532-0 | Lactate dehydrogenase | U/L
2157-6 | Creatine kinase | U/L
33914-3 | Estimated glomerular filtration rate (MDRD) | mL/min/{1.73_m2}
98979-8 | Estimated glomerular filtration rate (CKD-EPI 2021) | mL/min/{1.73_m2}
4548-4 | Hemoglobin A1c | %
57698-3 | Lipid panel with direct LDL |
24331-1 | Lipid panel |
2093-3 | Cholesterol, total | mg/dL
2571-8 | Triglycerides | mg/dL
2085-9 | HDL cholesterol | mg/dL
13457-7 | LDL cholesterol, calculated | mg/dL
18262-6 | LDL cholesterol, direct | mg/dL
43396-1 | Non-HDL cholesterol | mg/dL
3016-3 | Thyrotropin (TSH) | m[IU]/L
3024-7 | Free thyroxine (T4) | ng/dL
3053-6 | Triiodothyronine (T3), total | ng/dL
1989-3 | 25-hydroxyvitamin D3 | ng/mL
62292-8 | 25-hydroxyvitamin D2 and D3 | ng/mL
2132-9 | Vitamin B12 | pg/mL
2284-8 | Folate | ng/mL
6301-6 | INR | {INR}
5902-2 | Prothrombin time | s
3173-2 | Partial thromboplastin time, activated | s
5778-6 | Urine color |
5767-9 | Urine appearance |
5811-5 | Urine specific gravity, test strip | {specific_gravity}
5803-2 | Urine pH, test strip | [pH]
20454-5 | Urine protein, test strip |
25428-4 | Urine glucose, test strip |
2514-8 | Urine ketones, test strip |
5794-3 | Urine hemoglobin, test strip |
5802-4 | Urine nitrite, test strip |
5799-2 | Urine leukocyte esterase, test strip |
24356-8 | Urinalysis, complete |
630-4 | Urine culture |
600-7 | Blood culture |
626-2 | Throat culture |
625-4 | Stool culture |
78012-2 | Streptococcus A antigen in throat, rapid |
60489-2 | Streptococcus A DNA in throat |
80382-5 | Influenza A antigen, rapid |
80383-3 | Influenza B antigen, rapid |
94500-6 | SARS-CoV-2 RNA |
94558-4 | SARS-CoV-2 antigen, rapid |
2106-3 | Pregnancy test in urine |
2118-8 | Pregnancy test in serum |
21198-7 | Choriogonadotropin, beta | m[IU]/mL
43304-5 | Chlamydia DNA |
21613-5 | Chlamydia DNA, other method |
24111-7 | Gonorrhea DNA |
56888-1 | HIV 1 and 2 antibody and p24 antigen |
5196-1 | Hepatitis B surface antigen |
16935-9 | Hepatitis B surface antibody | [IU]/L
16128-1 | Hepatitis C antibody |
46128-5 | Celiac, tissue transglutaminase IgA |
2458-8 | Immunoglobulin A | mg/dL
2465-3 | Immunoglobulin G | mg/dL
2472-9 | Immunoglobulin M | mg/dL
19113-0 | Immunoglobulin E | [IU]/mL
882-1 | ABO and Rh group |
9318-7 | Albumin to creatinine ratio in urine | mg/g
11502-2 | Laboratory report |
18842-5 | Discharge summary |
11488-4 | Consult note |
11506-3 | Progress note |
34117-2 | History and physical note |
18748-4 | Imaging report |
11369-6 | Immunization history |
10160-0 | Medication list |
11450-4 | Problem list |
48765-2 | Allergy list |
`;
