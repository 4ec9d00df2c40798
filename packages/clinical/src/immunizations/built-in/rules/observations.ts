/** What is known of a patient beside age and doses: CDSi observation codes, what they mean in short, and the codings that say so (SNOMED CT, CDC VX codes). */
export const observations = `
001 patient seeks protection
002 undergoing elective splenectomy
003 immunocompromised = 370388006 VXC27
004 recipient of a hematopoietic stem cell transplant = 234336002 23719005
005 Hepatitis C virus infection = 50711007
006 receives clotting factor concentrates
007 pregnant = 77386006 102874004 255409004
008 travel to an area of active cholera transmission
009 breastfeeding = 413712001
010 cerebrospinal fluid leaks = 230744007
011 cochlear implants = 449840001 43252007 359612003
012 family history of altered immunocompetence
013 severe Combined Immunodeficiency [SCID] = 31323000
014 diabetes = 73211009
015 chronic liver disease = 328383001 19943007
016 chronic heart disease = 128238001 42343007 57809008 12770006 53741008 79619009 698247007
017 chronic lung disease = 413839001 13645005 87433001 39871006 427896006 17097001
018 laboratory Evidence of Immunity or confirmation of Hepatitis A disease = 278971009
019 laboratory Evidence of Immunity or confirmation of Hepatitis B disease = 271511000
020 laboratory Evidence of Immunity for Measles = 371111005
021 laboratory Evidence of Immunity for Mumps = 371112003
022 laboratory Evidence of Immunity for Rubella = 278968001
023 laboratory Evidence of Immunity or confirmation of Varicella disease = 371113008
024 healthcare provider verified history of or diagnosis of Varicella = 38907003
025 healthcare provider verified history or diagnosis of Herpes Zoster = 4740000
026 people with perinatal HIV infection who do not have evidence of severe immunosuppression and who were vaccinated with MMR before establishment of antiviral therapy [ART] = 86406008 427314002
027 asthma = 390798007 195967001
028 intussusception = 35327006 49723003 VXC21
029 acute gastroenteritis = 69776003
030 acute febrile illness
031 tuberculosis = 56717001
032 dialysis patient
033 taken influenza antiviral medications within the previous 48 hours = 372763006 51361008 372532009 108712009 387010007 116100000 412261005 386142008
034 receiving long-term aspirin therapy = 405742008
035 antimicrobial or antimalarial taken within 72 hours
036 men who have sex with men = 76102007 225531006
037 not in a long-term, mutually monogamous relationship = 225516002 228460004 228466005
038 sex partner of Hepatitis B surface antigen-positive people = 225517006 11723008 165806002
039 receives treatment for STD = 305489005 305679000 8098009
040 illicit drug use = 307052004 228366006
041 illicit injection drug use = 226034001 228388006 145101000119102 403746009 860699005
042 smoke cigarettes = 77176002
043 alcoholism = 228281002 7200002
044 anticipate close personal contact with international adoptee
045 travel to country with a Yellow Fever vaccination entry requirement
046 college students living in residence halls
047 resident of area at risk for exposure to the disease
048 travelling Internationally
049 working with Hepatitis A virus in research setting
050 microbiologists routinely exposed to Neisseria meningitidis = 159138004 14698002 24932003 17872004
051 microbiology laboratorians who work frequently with S. typhi = 159138004 14698002 159282002 24932003 5595000
052 laboratory personnel who might be exposed to YFV = 159282002 24932003 26630006
053 rabies researchers = 159282002 24932003 59881000
054 laboratory workers who handle specimens that might contain polioviruses = 159282002 24932003 44172002
055 health care personnel = 223366009
056 health-care workers who have close contact with patients who might be excreting wild polioviruses = 223366009 24932003 44172002
057 public safety worker exposed to blood or infection body fluids = 26369006 68867008 307969004 56466003 56079002 60008001 24932003 87612001 32457005
058 staff of institution for people with developmental disabilities
059 occupational exposure for Hepatitis A = 223366009 158942005 158939004 73851001 160157004 266006009 274272004 160133004
060 veterinarians and their staff = 265940000
061 animal handlers = 159091009
062 those whose activities bring them into frequent contact with rabies virus or potentially rabid animals = 24932003 59881000
063 post secondary student = 65853000 257561002
064 military recruits
065 client of institution for people with developmental disabilities
066 chronic renal failure = 90688005
068 in drug abuse treatment and prevention facility = 20078004
069 in correctional facility = 257656006
070 people at risk during an outbreak = 410519009 443684005
071 household contact with hepatitis B surface antigen-positive people = 11723008 165806002
072 intimate exposure to a documented S. typhi carrier = 170484009
073 household and close contacts of immunocompromised people
074 negative serological screening for varicella
075 transgender person = 12271241000119109
076 progressive neurologic disorder = 84757009
077 received inactivated or unknown measles vaccine between 1963-1967
078 received killed or unknown Mumps vaccine before 1979
079 encephalopathy not attributable to another identifiable cause within 7 days of administration of a previous dose of Tdap, DTP, or DTaP vaccine = 192711008 192710009 192712001 VXC22
080 adverse reaction to vaccine component = 293104008 VXC20
081 severe allergic reaction to a dose of Polio = 293117006 VXC20
082 severe allergic reaction to a dose of Japanese Encephalitis = 451301000124103 VXC20
083 severe allergic reaction to a dose of Rotavirus = 429301000124101 VXC20
084 severe allergic reaction to a dose of Typhoid = 293122006 VXC20
085 severe allergic reaction to a dose of Influenza = 420113004 VXC20
086 severe allergic reaction to a dose of Pertussis = 293115003 VXC20
087 severe allergic reaction to a dose of Diphtheria = 219085007 VXC20
088 severe allergic reaction to a dose of Tetanus = 219084006 VXC20
089 severe allergic reaction to a dose of Varicella = 451331000124106 VXC20
090 severe allergic reaction to a dose of HPV = 429311000124103 VXC20
091 severe allergic reaction to a dose of Measles = 219096004 VXC20
092 severe allergic reaction to a dose of Mumps = 293114004 VXC20
093 severe allergic reaction to a dose of Rubella = 293119009 VXC20
094 severe allergic reaction to a dose of Pneumococcal = 293116002 VXC20
095 severe allergic reaction to a dose of Meningococcal = 219088009 451111000124103 VXC20
096 severe allergic reaction to a dose of Hepatitis A = 293126009 VXC20
097 severe allergic reaction to a dose of Hepatitis B = 293110008 VXC20
098 severe allergic reaction to a dose of Hib = 293127000 VXC20
099 severe allergic reaction to a dose of Yellow Fever = 219095000 VXC20
100 severe allergic reaction to a dose of live zoster = 451291000124104 VXC20
101 allergic reaction to egg protein = 213020009 91930004
102 severe allergic reaction to gelatin = 293309006 294847001
103 severe allergic reaction to arginine
104 allergic reaction to latex = 300916003 441593005
105 severe allergic reaction to chicken protein
106 severe allergic reaction to gentamicin = 419522004 420094007 294469003
107 severe allergic reaction to neomycin = 294468006 292927007
108 severe allergic reaction to streptomycin = 294466005 292925004
109 severe allergic reaction to polymyxin B = 294530006 292992006
110 hypersensitivity to yeast = 703936006 VXC18
111 hypersensitivity to the preservative 2-phenoxyethanol
112 hypersensitivity to alum
113 severe allergic reaction to a dose of Rabies = 293118001 VXC20
114 end stage renal disease = 46177005 443143006 714749008
115 severe allergic reaction to protamine sulfate = 64520006 294278007
116 severe allergic reaction to a dose of Meningococcal B = 451281000124102 VXC20
117 severe allergic reaction to diphtheria toxoid
118 severe allergic reaction to tetanus toxoid
119 severe allergic reaction to a dose of cholera = 219082005 VXC20
120 begin Date of antiviral therapy [ART]
121 homelessness = 32911000
122 severe allergic reaction to a dose of COVID-19 = VXC20
123 severe allergic reaction to a dose of Ebola
124 severe allergic reaction to rice protein
125 tetanus IG administration
126 hep A IG administration
127 hep B IG administration
128 rabies IG administration
129 varicella IG administration
130 measles prophylaxis IG administration - Standard
131 measles prophylaxis IG administration - Immunocompromised Contact
132 RBC [adenine-saline added] blood transfusion = 116859006
133 packed RBC blood transfusion = 116859006
134 whole blood transfusion = 116859006
135 plasma/platelet products blood transfusion = 13569004 12719002
136 cytomegalovirus IGIV
137 IGIV - Replacement therapy for immune deficiencies
138 IGIV - Immune thrombocytopenic purpura treatment
139 IGIV - Postexposure varicella prophylaxis
140 IGIV - Immune thrombocytopenic purpura treatment
141 IGIV - Kawasaki disease
142 travel to or working in countries that have high or intermediate endemicity of Hepatitis A
143 travel to areas or countries where polio is epidemic or endemic
144 international travel with possible contact with animals in areas where rabies is enzootic and immediate access to appropriate medical care might be limited
145 b-lymphocyte [humoral] - Severe antibody deficiencies = 65880007 23238000
146 b-lymphocyte [humoral] - Less severe antibody deficiencies = 190979003 123785006
147 t-lymphocyte [cell-mediated and humoral] - Complete defects = 31323000 77128003
148 t-lymphocyte [cell-mediated and humoral] - Partial defects = 77128003 36070007 68504005
149 t-lymphocyte [cell-mediated and humoral] - interferon-gamma/Interleukin 12 axis deficiencies
150 t-lymphocyte [cell-mediated and humoral] - interferon-gamma or interferon-alpha deficiencies
151 persistent complement, properdin, or factor B deficiency = 24743004 81166004 234605000
152 phagocytic function - Chronic granulomatous disease = 387759001
153 phagocytic function - Leukocyte adhesion defect, and myeloperoxidase deficiency = 77358003 234433009
154 HIV/AIDS - severely immunocompromised = 62479008
155 HIV/AIDS - not severely immunocompromised = 62479008
156 generalized malignant neoplasm
157 solid organ transplantation = 313039003
158 immunosuppressive therapy = 86553008
159 radiation therapy = 53438000
160 anatomical or functional asplenia = 707147002
161 chronic kidney disease = 709044004
162 travel to areas at risk for Yellow Fever transmission
163 travel to areas in which there is a recognized risk of exposure to S. typhi
164 travel to or are residents of countries in which meningococcal disease is hyperendemic or epidemic
165 longer-term (e.g., 1 month or more) travel to a JE-endemic area
166 travel to countries with high or intermediate prevalence of chronic HBV infection
167 nephrotic Syndrome = 52254009
168 chemotherapy = 367336001
169 history of sexual abuse or assault = 213017001 422608009 248110007
170 onset of pregnancy = 248986005
171 date of hematopoietic stem cell transplant
172 severe allergic reaction to a dose of recombinant zoster = 451291000124104 VXC20
173 moving to JE-endemic country to take up residence
174 frequent travel to JE-endemic areas
175 patient seeks Hepatitis A protection
176 patient seeks Hepatitis B protection
177 patient seeks Meningococcal B protection
178 leukemia = 93143009
179 lymphoma = 399600009
180 hodgkin's disease = 118599009
181 multiple myeloma = 109989006
182 ebola virus outbreak response
183 health care personnel at federally designated Ebola treatment center in U.S
184 laboratorians or other staff at biosafety level 4 facilities in U.S
185 people in settings that provide services to adults with high proportion of those people have risk factors for HAV infection
186 HIV Infection = 86406008
187 allergic reaction to polysorbate 80
188 known allergy to Polyethylene glycol [PEG]
189 active treatment for solid tumors
190 active treatment for hematologic malignancies
191 receipt of CAR-T-cell therapy = 1156961008
192 severe allergic reaction to a dose of any egg-based IIV or LAIV influenza vaccine
193 severe allergic reaction to a dose of any ccIIV influenza vaccine
194 severe allergic reaction to a dose of any RIV influenza vaccine
195 occupations at increased risk for COVID-19 exposure and transmission
196 residing in an institutional setting at increased risk for COVID-19 exposure and transmission
197 resident of a long term care facility
198 cancer = 363346000
199 interstitial lung disease = 233703007
200 cystic fibrosis = 190905008
201 pulmonary hypertension = 70995007
202 dementia = 52448006
203 Down syndrome = 41040004
204 obesity = 238131007 414915002 83911000119104
205 thalassemia = 40108008
206 cerebrovascular disease = 62914000
207 substance use disorder
208 mental Health conditions
209 history of thrombosis with thrombocytopenia following the Janssen COVID-19 Vaccine or any other adenovirus-vectored COVID-19 vaccines
210 severe allergic reaction to a dose of Dengue vaccine
211 evidence of previous dengue infection and living in areas where dengue is endemic
212 health care personnel involved in the care and transport of patients with suspected or confirmed Ebola virus disease at Special Pathogen Treatment Centers
213 laboratorians and support staff members at Laboratory Response Network (LRN) facilities that handle specimens that might contain replication-competent Ebola virus in the United States
214 chronic obstructive pulmonary disease = 13645005
215 emphysema = 87433001
216 iatrogenic Immunosuppression
217 people working in rabies vaccine production facilities
218 people performing testing for rabies in diagnostic laboratories
219 those who frequently handle bats
220 those who frequently have contact with bats
221 those who frequently enter high-density bat environments
222 those who frequently perform animal necropsies
223 severe allergic reaction to a dose of orthopoxvirus vaccine
224 history or presence of atopic dermatitis
225 household contact with history or presence of atopic dermatitis
226 active exfoliative skin conditions
227 household contact with active exfoliative skin conditions
228 household contact is pregnant
229 age is less than 1 year
230 household contact who is less than 1 year of age
231 3 or more known major cardiac risk factors
232 research laboratory personnel working with more virulent orthopoxviruses (e.g., Variola virus or mpox virus)
233 clinical laboratory personnel performing diagnostic testing for more virulent orthopoxviruses (e.g., Variola virus or mpox virus)
234 designated response team members working with more virulent orthopoxviruses (e.g., Variola virus or mpox virus)
235 healthcare personnel who care for patients infected with more virulent orthopoxviruses (e.g., Variola virus or mpox virus)
236 research laboratory personnel working with less virulent orthopoxviruses (e.g., Vaccinia virus or Cowpox virus)
237 clinical laboratory personnel performing diagnostic testing for less virulent orthopoxviruses (e.g., Vaccinia virus or Cowpox virus)
238 designated response team members working with less virulent orthopoxviruses (e.g., Vaccinia virus or Cowpox virus)
239 healthcare personnel who administer ACAM2000
240 healthcare personnel who care for patients infected with less virulent orthopoxviruses (e.g., Vaccinia virus or Cowpox virus)
241 known exposure to mpox
242 presumed exposure to mpox
243 lack of laboratory confirmation of a previous Dengue infection
244 severe allergic reaction to a dose of RSV vaccine
245 american Indian or Alaskan Native = 413490006
246 severe immunocompromise
247 gay, bisexual, or other man who has sex with men (MSM), or a person who has sex with gay, bisexual, or other MSM who in the past 6 months have had one of the following: 1) A new diagnosis of &#x2265; 1 sexually transmitted disease 2) More than one sex partner 3) Sex at a commercial sex venue 4) Sex in association with a large public event in a geographic area where mpox transmission is occurring
248 sexual partners of gay, bisexual, or other man who has sex with men (MSM), or a person who has sex with gay, bisexual, or other MSM who in the past 6 months have had one of the following: 1) A new diagnosis of &#x2265; 1 sexually transmitted disease 2) More than one sex partner 3) Sex at a commercial sex venue 4) Sex in association with a large public event in a geographic area where mpox transmission is occurring
249 moving or traveling to an area where TBE is endemic and will have extensive exposure to ticks because of their planned outdoor activities and itinerary
250 moving or traveling to an area where TBE is endemic who might engage in outdoor activities in areas where ticks are likely to be found
251 laboratory workers with a potential for exposure to TBE virus
252 severe allergic reaction to a dose of Tick-borne Encephalitis vaccine = VXC20
253 moderate persistent or severe persistent asthma = 370219009 427295004 370221004 426656000 5281000124103 2360001000004109
254 chronic cardiovascular disease = 128292002 400047006 21631000119105 63491006 65198009 111354009 70995007 59282003 17920008 67362008 233996000 301899003 233997009 27631000146108 45894003 1303726005
256 diabetes mellitus complicated by chronic kidney disease = 127013003
257 severe obesity = 83911000119104 408512008
258 chronic hematologic disorders = 414027002 417357006 40108008
259 sickle cell disease = 417357006
260 neurologic or neuromuscular conditions causing impaired airway clearance or respiratory muscle weakness = 350586651000119105 67750007
261 resident of a nursing home = 160734000
262 frailty = 248279007
263 diabetes mellitus complicated by neuropathy = 230572002
264 diabetes mellitus complicated by retinopathy = 4855003
265 diabetes mellitus complicated by end-organ damage
266 diabetes requiring treatment with insulin = 170747006
267 diabetes requiring treatment with sodium-glucose cotransporter-2 (SGLT2) inhibitor
268 islet Transplantation = 128531006
269 transplantation = 77465005
270 severe allergic reaction to a dose of Chikungunya vaccine
271 traveling to a country or territory where there is a chikungunya outbreak
272 traveling or moving to a country or territory without an outbreak but with elevated chikungunya risk for U.S. travelers if planning to stay for an extended period of time [e.g., 6 months or more]
273 immunoglobulin deficiency = 124950009
274 early component complement inhibitor use
275 people at risk during a measles outbreak
276 age is 60 years or older
277 laboratory worker with potential for exposure to chikungunya virus
278 birth mother received RSV vaccine during pregnancy
279 hemoglobinopathy disorder = 80141007
`;
