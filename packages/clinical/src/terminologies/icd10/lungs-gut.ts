/** ICD-10-CM, chapters 10 and 11 (J00–K95): code | our short name | other words, separated by semicolons. Billable in FY 2026. */
export const LUNGS_GUT = `
J00|Common cold|acute nasopharyngitis; runny nose; head cold
J01.00|Acute maxillary sinusitis|sinus infection
J01.10|Acute frontal sinusitis|sinus infection
J01.40|Acute pansinusitis|
J01.90|Acute sinusitis|sinus infection
J01.91|Acute recurrent sinusitis|sinus infection
J02.0|Strep throat|streptococcal pharyngitis
J02.8|Acute pharyngitis from another organism|
J02.9|Sore throat|acute pharyngitis
J03.00|Acute streptococcal tonsillitis|strep tonsillitis
J03.01|Acute recurrent streptococcal tonsillitis|
J03.90|Acute tonsillitis|
J03.91|Acute recurrent tonsillitis|
J04.0|Acute laryngitis|lost voice; hoarse
J04.10|Acute tracheitis without obstruction|
J05.0|Croup|acute obstructive laryngitis; barking cough
J05.10|Acute epiglottitis without obstruction|
J06.0|Acute laryngopharyngitis|
J06.9|Upper respiratory infection|uri; cold; viral uri
J09.X2|Influenza from novel influenza A with respiratory signs|bird flu
J10.00|Influenza with pneumonia, virus identified|
J10.1|Influenza with respiratory signs, virus identified|flu; influenza a; influenza b
J10.2|Influenza with gastrointestinal signs, virus identified|flu
J10.83|Influenza with otitis media, virus identified|flu
J11.00|Influenza with pneumonia, virus not identified|
J11.1|Influenza with respiratory signs, virus not identified|flu; flu-like illness
J12.1|RSV pneumonia|respiratory syncytial virus
J12.81|Pneumonia from SARS coronavirus|
J12.82|Pneumonia from COVID-19|
J12.9|Viral pneumonia|
J13|Pneumococcal pneumonia|
J15.7|Mycoplasma pneumonia|walking pneumonia
J15.9|Bacterial pneumonia|
J18.0|Bronchopneumonia|
J18.1|Lobar pneumonia|
J18.9|Pneumonia|lung infection; cap
J20.0|Acute bronchitis from mycoplasma|
J20.5|Acute bronchitis from RSV|
J20.8|Acute bronchitis from another organism|
J20.9|Acute bronchitis|chest cold
J21.0|RSV bronchiolitis|respiratory syncytial virus
J21.8|Acute bronchiolitis from another organism|
J21.9|Acute bronchiolitis|
J22|Acute lower respiratory infection|chest infection
J30.0|Vasomotor rhinitis|
J30.1|Hay fever|allergic rhinitis from pollen; seasonal allergies
J30.2|Other seasonal allergic rhinitis|seasonal allergies
J30.5|Allergic rhinitis from food|
J30.81|Allergic rhinitis from animals|cat allergy; dog allergy; dander
J30.89|Other allergic rhinitis|dust mite allergy; perennial allergic rhinitis
J30.9|Allergic rhinitis|nasal allergies; allergies
J31.0|Chronic rhinitis|
J32.0|Chronic maxillary sinusitis|
J32.9|Chronic sinusitis|
J33.9|Nasal polyp|
J34.0|Abscess of nose|nasal furuncle
J34.2|Deviated nasal septum|
J34.3|Enlarged nasal turbinates|
J34.89|Other disorder of nose and sinuses|
J35.01|Chronic tonsillitis|
J35.1|Enlarged tonsils|tonsillar hypertrophy
J35.2|Enlarged adenoids|adenoid hypertrophy
J35.3|Enlarged tonsils and adenoids|
J36|Peritonsillar abscess|quinsy
J38.00|Vocal cord paralysis|
J38.3|Other disease of vocal cords|vocal cord dysfunction; nodules
J38.5|Laryngeal spasm|spasmodic croup
J39.0|Retropharyngeal abscess|
J40|Bronchitis, not said to be acute or chronic|
J41.0|Simple chronic bronchitis|
J42|Chronic bronchitis|
J43.9|Emphysema|
J44.0|COPD with acute lower respiratory infection|
J44.1|COPD with acute exacerbation|copd flare
J44.9|COPD|chronic obstructive pulmonary disease
J45.20|Mild intermittent asthma|
J45.21|Mild intermittent asthma with exacerbation|asthma attack
J45.22|Mild intermittent asthma with status asthmaticus|
J45.30|Mild persistent asthma|
J45.31|Mild persistent asthma with exacerbation|asthma attack
J45.32|Mild persistent asthma with status asthmaticus|
J45.40|Moderate persistent asthma|
J45.41|Moderate persistent asthma with exacerbation|asthma attack
J45.42|Moderate persistent asthma with status asthmaticus|
J45.50|Severe persistent asthma|
J45.51|Severe persistent asthma with exacerbation|asthma attack
J45.52|Severe persistent asthma with status asthmaticus|
J45.901|Asthma with exacerbation|asthma attack; asthma flare
J45.902|Asthma with status asthmaticus|
J45.909|Asthma|reactive airway disease; rad
J45.990|Exercise induced bronchospasm|exercise asthma; eib
J45.991|Cough variant asthma|
J45.998|Other asthma|
J47.9|Bronchiectasis|
J69.0|Aspiration pneumonia|
J80|Acute respiratory distress syndrome|ards
J84.10|Pulmonary fibrosis|
J90|Pleural effusion|fluid around lung
J93.9|Pneumothorax|collapsed lung
J96.00|Acute respiratory failure|
J98.01|Acute bronchospasm|wheeze
J98.11|Atelectasis|
J98.4|Other disorder of lung|
J98.8|Other respiratory disorder|
J98.9|Respiratory disorder|
K00.6|Disturbance of tooth eruption|late teeth; natal teeth
K00.7|Teething|
K02.9|Dental caries|cavity; tooth decay
K04.7|Abscess of tooth|dental abscess
K05.00|Acute gingivitis|
K05.10|Chronic gingivitis|gum disease
K08.89|Other disorder of teeth|toothache; tooth pain
K08.9|Disorder of teeth|
K11.20|Sialadenitis|salivary gland infection; parotitis
K11.6|Mucocele of salivary gland|ranula
K12.0|Mouth ulcers|canker sore; aphthous ulcer; aphthous stomatitis
K12.1|Other stomatitis|
K13.0|Disease of lips|cheilitis; chapped lips
K13.79|Other lesion of mouth|
K14.1|Geographic tongue|
K14.8|Other disease of tongue|
K20.0|Eosinophilic esophagitis|eoe
K20.90|Esophagitis without bleeding|
K21.00|Reflux disease with esophagitis, without bleeding|gerd
K21.9|Reflux disease without esophagitis|gerd; heartburn; acid reflux; gastroesophageal reflux
K22.0|Achalasia|
K22.2|Esophageal stricture|
K25.9|Gastric ulcer|stomach ulcer
K27.9|Peptic ulcer|
K29.00|Acute gastritis without bleeding|
K29.70|Gastritis without bleeding|
K30|Indigestion|functional dyspepsia
K31.1|Pyloric stenosis of adults|
K31.84|Gastroparesis|
K35.80|Acute appendicitis|
K37|Appendicitis|
K40.20|Inguinal hernia, both sides, without obstruction|
K40.90|Inguinal hernia, one side, without obstruction|groin hernia
K42.9|Umbilical hernia|belly button hernia
K43.9|Ventral hernia|
K44.9|Hiatal hernia|diaphragmatic hernia
K50.00|Crohn disease of small intestine|
K50.90|Crohn disease|ibd; regional enteritis
K51.90|Ulcerative colitis|ibd
K52.21|Food protein-induced enterocolitis syndrome|fpies
K52.22|Food protein-induced enteropathy|
K52.29|Other allergic or dietetic gastroenteritis|milk protein proctocolitis; cow's milk protein allergy
K52.9|Noninfective gastroenteritis and colitis|colitis
K56.1|Intussusception|
K56.41|Fecal impaction|
K56.609|Intestinal obstruction|bowel obstruction; ileus
K57.30|Diverticulosis of large intestine|
K57.32|Diverticulitis of large intestine|
K58.0|Irritable bowel syndrome with diarrhea|ibs
K58.1|Irritable bowel syndrome with constipation|ibs
K58.9|Irritable bowel syndrome|ibs
K59.00|Constipation|hard stool
K59.01|Slow transit constipation|
K59.04|Chronic idiopathic constipation|functional constipation
K59.09|Other constipation|
K59.1|Functional diarrhea|toddler's diarrhea
K59.9|Functional intestinal disorder|
K60.0|Acute anal fissure|
K60.2|Anal fissure|
K61.0|Anal abscess|perianal abscess
K62.0|Anal polyp|
K62.1|Rectal polyp|
K62.3|Rectal prolapse|
K62.5|Rectal bleeding|bleeding from anus; blood in stool
K62.89|Other disease of anus and rectum|proctitis
K63.5|Colon polyp|
K64.4|Hemorrhoidal skin tags|
K64.8|Other hemorrhoids|internal hemorrhoids
K64.9|Hemorrhoids|piles
K70.30|Alcoholic cirrhosis without ascites|
K74.60|Cirrhosis of liver|
K75.4|Autoimmune hepatitis|
K75.81|Steatohepatitis|nash; mash
K75.9|Inflammatory liver disease|hepatitis
K76.0|Fatty liver|nafld; masld; hepatic steatosis
K76.9|Liver disease|
K80.20|Gallstones without cholecystitis|cholelithiasis
K81.0|Acute cholecystitis|
K82.9|Disease of gallbladder|
K83.09|Other cholangitis|
K85.90|Acute pancreatitis|
K86.1|Other chronic pancreatitis|
K90.0|Celiac disease|gluten; sprue
K90.41|Non-celiac gluten sensitivity|
K90.49|Malabsorption from intolerance|food intolerance
K90.9|Intestinal malabsorption|
K92.0|Vomiting blood|hematemesis
K92.1|Melena|black stool; tarry stool
K92.2|Gastrointestinal bleeding|gi bleed
`;
