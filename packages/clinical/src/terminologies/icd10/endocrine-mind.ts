/** ICD-10-CM, chapters 4 and 5 (E00–F99): code | our short name | other words, separated by semicolons. Billable in FY 2026. */
export const ENDOCRINE_MIND = `
E03.1|Congenital hypothyroidism without goiter|
E03.9|Hypothyroidism|underactive thyroid; low thyroid
E04.1|Thyroid nodule|
E04.9|Nontoxic goiter|
E05.00|Graves disease without thyroid storm|hyperthyroidism with diffuse goiter
E05.90|Hyperthyroidism without thyroid storm|overactive thyroid; thyrotoxicosis
E06.3|Hashimoto thyroiditis|autoimmune thyroiditis
E07.9|Disorder of thyroid|
E10.10|Type 1 diabetes with ketoacidosis without coma|dka; t1dm
E10.22|Type 1 diabetes with chronic kidney disease|
E10.42|Type 1 diabetes with polyneuropathy|
E10.649|Type 1 diabetes with hypoglycemia without coma|low sugar
E10.65|Type 1 diabetes with high blood sugar|hyperglycemia; t1dm
E10.8|Type 1 diabetes with complications|
E10.9|Type 1 diabetes without complications|type 1 diabetes; juvenile diabetes; t1dm
E11.22|Type 2 diabetes with chronic kidney disease|diabetic nephropathy
E11.319|Type 2 diabetes with retinopathy without macular edema|
E11.40|Type 2 diabetes with neuropathy|
E11.42|Type 2 diabetes with polyneuropathy|
E11.621|Type 2 diabetes with foot ulcer|diabetic foot
E11.649|Type 2 diabetes with hypoglycemia without coma|low sugar
E11.65|Type 2 diabetes with high blood sugar|hyperglycemia; t2dm
E11.69|Type 2 diabetes with other complication|
E11.8|Type 2 diabetes with complications|
E11.9|Type 2 diabetes without complications|type 2 diabetes; diabetes; adult onset diabetes; t2dm; diabetes mellitus; sugar diabetes
E13.9|Other diabetes without complications|mody
E16.2|Hypoglycemia|low blood sugar
E20.9|Hypoparathyroidism|
E21.0|Primary hyperparathyroidism|
E22.1|High prolactin|hyperprolactinemia
E22.8|Other overactivity of pituitary|central precocious puberty
E23.0|Underactive pituitary|hypopituitarism; growth hormone deficiency
E23.2|Diabetes insipidus|
E24.9|Cushing syndrome|
E25.0|Congenital adrenal hyperplasia with enzyme deficiency|cah; 21-hydroxylase deficiency
E27.1|Primary adrenal insufficiency|addison disease
E27.40|Adrenal insufficiency|
E28.2|Polycystic ovarian syndrome|pcos
E28.39|Other primary ovarian failure|
E29.1|Low testosterone|testicular hypofunction; hypogonadism
E30.0|Delayed puberty|late puberty
E30.1|Precocious puberty|early puberty
E30.8|Other disorder of puberty|premature thelarche; premature adrenarche
E34.31|Constitutional short stature|
E34.329|Short stature of genetic cause|
E34.39|Other short stature of endocrine cause|
E34.9|Endocrine disorder|
E40|Kwashiorkor|
E43|Severe protein-calorie malnutrition|
E44.0|Moderate protein-calorie malnutrition|
E44.1|Mild protein-calorie malnutrition|
E46|Protein-calorie malnutrition|undernutrition
E50.9|Vitamin A deficiency|
E53.8|Deficiency of other B vitamins|vitamin b12 deficiency; folate deficiency
E54|Vitamin C deficiency|scurvy
E55.0|Rickets, active|
E55.9|Vitamin D deficiency|low vitamin d
E56.1|Vitamin K deficiency|
E58|Calcium deficiency of diet|
E60|Zinc deficiency of diet|
E61.1|Iron deficiency|low iron; low ferritin
E63.9|Nutritional deficiency|
E66.01|Severe obesity from excess calories|morbid obesity
E66.09|Other obesity from excess calories|
E66.3|Overweight|
E66.811|Obesity, class 1|
E66.812|Obesity, class 2|
E66.813|Obesity, class 3|severe obesity; morbid obesity
E66.89|Other obesity|
E66.9|Obesity|
E70.0|Classical phenylketonuria|pku
E71.311|Medium chain acyl CoA dehydrogenase deficiency|mcad
E72.11|Homocystinuria|
E73.9|Lactose intolerance|milk intolerance
E74.21|Galactosemia|
E75.02|Tay-Sachs disease|
E78.00|High cholesterol|hypercholesterolemia; pure hypercholesterolemia
E78.1|High triglycerides|hypertriglyceridemia
E78.2|Mixed hyperlipidemia|high cholesterol and triglycerides
E78.5|Hyperlipidemia|high lipids; dyslipidemia
E79.0|High uric acid without gout|hyperuricemia
E80.4|Gilbert syndrome|
E83.110|Hereditary hemochromatosis|iron overload
E83.42|Low magnesium|hypomagnesemia
E83.51|Low calcium|hypocalcemia
E83.52|High calcium|hypercalcemia
E84.0|Cystic fibrosis with lung disease|cf
E84.9|Cystic fibrosis|cf; mucoviscidosis
E86.0|Dehydration|
E86.9|Volume depletion|
E87.0|High sodium|hypernatremia
E87.1|Low sodium|hyponatremia
E87.20|Acidosis|
E87.5|High potassium|hyperkalemia
E87.6|Low potassium|hypokalemia
E88.810|Metabolic syndrome|
E88.819|Insulin resistance|
E88.9|Metabolic disorder|
E89.0|Hypothyroidism after treatment|after thyroidectomy
F01.50|Vascular dementia without disturbance|
F03.90|Dementia without disturbance|
F06.30|Mood disorder from a medical condition|
F10.10|Alcohol abuse|drinking problem
F10.20|Alcohol dependence|alcoholism; alcohol use disorder
F10.21|Alcohol dependence, in remission|
F11.10|Opioid abuse|
F11.20|Opioid dependence|opioid use disorder; oud
F11.21|Opioid dependence, in remission|
F12.10|Cannabis abuse|marijuana
F12.20|Cannabis dependence|marijuana use disorder
F12.90|Cannabis use|marijuana; thc
F14.10|Cocaine abuse|
F15.10|Other stimulant abuse|methamphetamine
F17.200|Nicotine dependence|tobacco use disorder
F17.210|Nicotine dependence, cigarettes|smoker; smoking
F17.290|Nicotine dependence, other tobacco product|vaping; e-cigarette
F19.10|Other substance abuse|drug abuse
F19.20|Other substance dependence|
F20.9|Schizophrenia|
F25.9|Schizoaffective disorder|
F29|Psychosis|
F30.9|Manic episode|mania
F31.0|Bipolar disorder, hypomanic now|
F31.30|Bipolar disorder, mildly or moderately depressed now|
F31.81|Bipolar II disorder|
F31.9|Bipolar disorder|manic depression
F32.0|Major depression, single episode, mild|
F32.1|Major depression, single episode, moderate|
F32.2|Major depression, single episode, severe|
F32.4|Major depression, single episode, in partial remission|
F32.5|Major depression, single episode, in full remission|
F32.9|Major depression, single episode|mdd
F32.A|Depression|depressed mood; feeling depressed
F33.0|Major depression, recurrent, mild|
F33.1|Major depression, recurrent, moderate|
F33.2|Major depression, recurrent, severe|
F33.41|Major depression, recurrent, in partial remission|
F33.42|Major depression, recurrent, in full remission|
F33.9|Major depression, recurrent|
F34.1|Dysthymia|persistent depressive disorder
F34.81|Disruptive mood dysregulation disorder|dmdd
F39|Mood disorder|
F40.01|Agoraphobia with panic disorder|
F40.10|Social anxiety|social phobia
F40.11|Social anxiety, generalized|
F40.218|Fear of animals|animal phobia
F40.231|Fear of injections|needle phobia
F40.298|Other specific phobia|
F40.9|Phobia|
F41.0|Panic disorder|panic attacks
F41.1|Generalized anxiety disorder|gad; worry
F41.8|Other anxiety disorder|anxiety with depression
F41.9|Anxiety|anxiety disorder
F42.2|Obsessive-compulsive disorder, mixed|ocd
F42.4|Skin picking|excoriation disorder
F42.9|Obsessive-compulsive disorder|ocd
F43.0|Acute stress reaction|
F43.10|Post-traumatic stress disorder|ptsd
F43.12|Post-traumatic stress disorder, chronic|ptsd
F43.20|Adjustment disorder|
F43.21|Adjustment disorder with depressed mood|
F43.22|Adjustment disorder with anxiety|
F43.23|Adjustment disorder with anxiety and depressed mood|
F43.24|Adjustment disorder with disturbance of conduct|
F43.25|Adjustment disorder with emotions and conduct|
F43.81|Prolonged grief disorder|
F43.9|Reaction to severe stress|stress
F44.5|Functional seizures|psychogenic seizures; pseudoseizures; conversion seizures
F44.9|Dissociative disorder|
F45.0|Somatization disorder|
F45.1|Somatic symptom disorder|
F45.21|Illness anxiety|hypochondria
F45.8|Other somatoform disorder|
F50.9|Eating disorder|
F50.82|Avoidant/restrictive food intake disorder|arfid; picky eating
F51.01|Primary insomnia|
F51.3|Sleepwalking|
F51.4|Night terrors|sleep terrors
F51.5|Nightmare disorder|nightmares
F52.21|Erectile disorder, psychological|
F53.0|Postpartum depression|
F54|Psychological factors affecting another disease|
F60.3|Borderline personality disorder|
F60.9|Personality disorder|
F63.3|Hair pulling|trichotillomania
F64.0|Gender dysphoria in adolescents and adults|gender identity disorder; transsexualism
F64.2|Gender dysphoria of childhood|gender identity disorder of childhood
F70|Mild intellectual disability|
F71|Moderate intellectual disability|
F72|Severe intellectual disability|
F79|Intellectual disability|
F80.0|Speech sound disorder|phonological disorder; articulation
F80.1|Expressive language disorder|
F80.2|Mixed receptive-expressive language disorder|
F80.4|Speech and language delay due to hearing loss|
F80.81|Stuttering|childhood onset fluency disorder; stammering
F80.82|Social communication disorder|
F80.9|Speech or language delay|language disorder; speech delay; late talker
F81.0|Dyslexia|reading disorder
F81.2|Mathematics disorder|dyscalculia
F81.81|Disorder of written expression|dysgraphia
F81.9|Learning disorder|learning disability
F82|Motor coordination disorder|dyspraxia; clumsy; motor delay
F84.0|Autism|autism spectrum disorder; asd
F84.2|Rett syndrome|
F84.9|Pervasive developmental disorder|
F88|Other developmental disorder|global developmental delay; sensory processing
F89|Developmental disorder|
F90.0|ADHD, inattentive|add; attention deficit
F90.1|ADHD, hyperactive|attention deficit hyperactivity
F90.2|ADHD, combined|attention deficit hyperactivity disorder
F90.8|ADHD, other type|
F90.9|ADHD|attention deficit hyperactivity disorder; add
F91.1|Conduct disorder, childhood onset|
F91.3|Oppositional defiant disorder|odd; defiance
F91.9|Conduct disorder|behavior disorder
F93.0|Separation anxiety|
F93.8|Other childhood emotional disorder|
F93.9|Childhood emotional disorder|
F94.0|Selective mutism|
F94.1|Reactive attachment disorder|
F95.0|Transient tic disorder|tics
F95.1|Chronic motor or vocal tic disorder|tics
F95.2|Tourette disorder|tics
F95.9|Tic disorder|tics
F98.0|Bedwetting, not from a known physical cause|nocturnal enuresis
F98.1|Soiling, not from a known physical cause|encopresis
F98.21|Rumination disorder of infancy|
F98.29|Other feeding disorder of infancy and childhood|
F98.3|Pica in children|eating dirt
F98.4|Stereotyped movement disorder|head banging
F98.5|Adult onset fluency disorder|
F98.8|Other behavioral disorder of childhood|nail biting; thumb sucking
F98.9|Behavioral disorder of childhood|
F99|Mental disorder|
`;
