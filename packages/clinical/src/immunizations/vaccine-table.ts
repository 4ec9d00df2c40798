/**
 * Vaccine products by CVX code: own short name, antigens carried, trade names. Facts of CDC's CVX and product tables
 * (November 2025), in our own words; `check-vaccine-table.test.ts` holds codes and antigens against the published list.
 * A line is `code | name | antigens | trade names / maker's MVX`. D, T, P: diphtheria, tetanus, pertussis. `?`: the code for
 * an unspecified formulation. A range after an antigen is the age at which the product counts as that antigen.
 */
export const vaccineTable = `
01|DTP|D T P|Tri-Immunol
02|OPV, trivalent oral polio|Polio|Orimune/LED
03|MMR|Measles Mumps Rubella|M-M-R II/MSD, Priorix/SKB
04|measles and rubella|Measles Rubella|M-R-VAX
05|measles|Measles|Attenuvax/MSD
06|rubella|Rubella|Meruvax II/MSD
07|mumps|Mumps|Mumpsvax/MSD
08|hepatitis B, child or adolescent dose|HepB|Engerix-B Peds/SKB, Recombivax HB Peds/MSD
09|Td, adult, adsorbed|T D|
10|IPV, inactivated polio|Polio|IPOL/PMC
11|pertussis|P|
15|influenza, split|Influenza|
16|influenza, whole virus|Influenza|
17|Hib|Hib|?
18|rabies, intramuscular|Rabies|
20|DTaP|D T P|Infanrix/SKB, Tripedia/PMC, Certiva, Acel-Imune
21|varicella|Varicella|Varivax/MSD
22|DTP-Hib|D T P Hib|Tetramune
25|typhoid, live oral|Typhoid|Vivotif/PAX
26|cholera|Cholera|?
28|DT, pediatric|D T|
31|hepatitis A, pediatric|HepA|
32|meningococcal polysaccharide MPSV4|Meningococcal|Menomune/PMC
33|pneumococcal polysaccharide PPSV23|Pneumococcal|Pneumovax 23/MSD, Pnu-Imune 23
35|tetanus toxoid, adsorbed|T|
37|yellow fever|Yellow Fever|YF-Vax/PMC
38|rubella and mumps|Rubella Mumps|Biavax II
39|Japanese encephalitis, subcutaneous|Japanese Encephalitis|JE-Vax
40|rabies, intradermal|Rabies|
41|typhoid, parenteral|Typhoid|
42|hepatitis B, adolescent or high-risk infant|HepB|
43|hepatitis B, adult dose|HepB|Engerix-B Adult/SKB, Recombivax HB Adult/MSD
44|hepatitis B, dialysis dose|HepB|Recombivax HB Dialysis/MSD
45|hepatitis B|HepB|?
46|Hib PRP-D|Hib|ProHIBiT
47|Hib HbOC|Hib|HibTITER
48|Hib PRP-T|Hib|ActHIB/PMC, Hiberix/SKB, OmniHIB
49|Hib PRP-OMP|Hib|PedvaxHIB/MSD
50|DTaP-Hib|D T P Hib|TriHIBit/PMC
51|Hib-hepatitis B|Hib HepB|Comvax/MSD
52|hepatitis A, adult|HepA|Havrix Adult/SKB, Vaqta Adult/MSD
53|typhoid, parenteral AKD (military)|Typhoid|
56|dengue|Dengue|Dengvaxia/PMC
62|HPV4|HPV|Gardasil 4
74|rotavirus, tetravalent|Rotavirus|RotaShield
75|smallpox, vaccinia|Orthopoxvirus|ACAM2000, Dryvax
77|tick-borne encephalitis, not US|TBE|
83|hepatitis A, child, 2-dose|HepA|Havrix Peds/SKB, Vaqta Peds/MSD
84|hepatitis A, child, 3-dose|HepA|
85|hepatitis A|HepA|?
88|influenza|Influenza|?
89|polio|Polio|?
90|rabies|Rabies|?
91|typhoid|Typhoid|?
94|MMRV|Measles Mumps Rubella Varicella|ProQuad/MSD
100|PCV7|Pneumococcal|Prevnar 7
101|typhoid, Vi polysaccharide|Typhoid|Typhim Vi/PMC
102|DTP-Hib-hepatitis B|D T P Hib HepB|
103|meningococcal C conjugate|Meningococcal|
104|hepatitis A and B|HepA HepB|Twinrix/SKB
105|smallpox, vaccinia, diluted|Orthopoxvirus|
106|DTaP, 5 pertussis antigens|D T P|Daptacel/PMC
107|DTaP|D T P|?
108|meningococcal|Meningococcal|?
109|pneumococcal|Pneumococcal|?
110|DTaP-hepatitis B-IPV|D T P HepB Polio|Pediarix/SKB
111|influenza, live nasal, trivalent|Influenza|FluMist Trivalent
112|tetanus toxoid|T|?
113|Td, adult, preservative free|T D|Tenivac/PMC, Decavac/PMC
114|MenACWY-D|Meningococcal|Menactra/PMC
115|Tdap|T D P|Boostrix/SKB, Adacel/PMC
116|rotavirus, pentavalent RV5|Rotavirus|RotaTeq/MSD
118|HPV2|HPV|Cervarix/SKB
119|rotavirus, monovalent RV1|Rotavirus|Rotarix/SKB
120|DTaP-IPV/Hib|D T P Hib Polio|Pentacel/PMC
121|zoster, live|Varicella@0d..50y Zoster@50y|Zostavax/MSD
122|rotavirus|Rotavirus|?
129|Japanese encephalitis|Japanese Encephalitis|?
130|DTaP-IPV|D T P Polio|Kinrix/SKB, Quadracel/PMC
132|DTaP-IPV-Hib-hepatitis B, historical|D T P Polio Hib HepB|
133|PCV13|Pneumococcal|Prevnar 13/PFR
134|Japanese encephalitis, Vero cell|Japanese Encephalitis|Ixiaro/VAL
135|influenza, high dose, trivalent|Influenza|Fluzone High-Dose/PMC
136|MenACWY-CRM|Meningococcal|Menveo/SKB
137|HPV|HPV|?
138|Td, adult|T D|TdVax/MBL
139|Td, adult|T D|?
140|influenza, trivalent, preservative free|Influenza|Fluarix/SKB, FluLaval/IDB, Fluzone/PMC, Afluria/SEQ, Agriflu/SEQ
141|influenza, trivalent, with preservative|Influenza|Fluzone/PMC, Afluria/SEQ, Fluvirin/SEQ, FluLaval/IDB
142|tetanus toxoid, not adsorbed|T|
144|influenza, intradermal, trivalent|Influenza|Fluzone Intradermal
146|DTaP-IPV-Hib-hepatitis B|D T P Polio Hib HepB|Vaxelis/MSP
147|MenACWY|Meningococcal|?
148|MenCY-Hib|Meningococcal Hib|MenHibrix/SKB
149|influenza, live nasal, quadrivalent|Influenza|FluMist Quadrivalent/MED
150|influenza, quadrivalent, preservative free|Influenza|Fluarix/SKB, Fluarix Quadrivalent/SKB, FluLaval/IDB, FluLaval Quadrivalent/IDB, Fluzone/PMC, Fluzone Quadrivalent/PMC, Afluria/SEQ, Afluria Quadrivalent/SEQ
151|influenza, nasal|Influenza|?
152|pneumococcal conjugate|Pneumococcal|?
153|influenza, cell culture, trivalent|Influenza|Flucelvax Trivalent/SEQ
155|influenza, recombinant, trivalent|Influenza|Flublok Trivalent/PSC
158|influenza, quadrivalent, with preservative|Influenza|FluLaval Quadrivalent/IDB, Fluzone/PMC, Fluzone Quadrivalent/PMC, Afluria/SEQ, Afluria Quadrivalent/SEQ
161|influenza, quadrivalent, pediatric|Influenza|Fluzone Quadrivalent Peds/PMC, Afluria Quadrivalent Peds/SEQ
162|MenB-FHbp|Meningococcal B|Trumenba/PFR
163|MenB-4C|Meningococcal B|Bexsero/SKB
164|MenB|Meningococcal B|?
165|HPV9|HPV|Gardasil 9/MSD
166|influenza, intradermal, quadrivalent|Influenza|Fluzone Intradermal Quadrivalent/PMC
167|meningococcal, serogroups unknown|Meningococcal Meningococcal_B|?
168|influenza, adjuvanted, trivalent|Influenza|Fluad Trivalent/SEQ
169|hepatitis A, live|HepA|
170|DTaP-IPV-Hib, not US|D T P Polio Hib|Pediacel, Infanrix-IPV-Hib
171|influenza, cell culture, quadrivalent|Influenza|Flucelvax Quadrivalent/SEQ
172|cholera, WC-rBS|Cholera|Dukoral
173|cholera, bivalent whole cell|Cholera|Shanchol, Euvichol
174|cholera, live oral|Cholera|Vaxchora/PAX
175|rabies, diploid cell|Rabies|Imovax/PMC
176|rabies, chick embryo cell|Rabies|RabAvert/BN
177|PCV10|Pneumococcal|Synflorix, Pneumosil
178|OPV, bivalent|Polio|
179|OPV, monovalent|Polio|
182|OPV|Polio|?
183|yellow fever, alternate|Yellow Fever|Stamaril
184|yellow fever|Yellow Fever|?
185|influenza, recombinant, quadrivalent|Influenza|Flublok Quadrivalent/PSC
186|influenza, cell culture, quadrivalent, with preservative|Influenza|
187|zoster, recombinant|Zoster|Shingrix/SKB
188|zoster|Zoster|?
189|hepatitis B, CpG adjuvant|HepB|Heplisav-B/DVX
190|typhoid conjugate|Typhoid|Typbar-TCV
191|meningococcal A polysaccharide|Meningococcal|
192|meningococcal AC polysaccharide|Meningococcal|
193|hepatitis A and B, child|HepA HepB|Twinrix Junior
194|influenza, Southern Hemisphere|Influenza|?
195|DT-IPV|D T Polio|
196|Td, adult, Lf not stated|T D|
197|influenza, high dose, quadrivalent|Influenza|Fluzone High-Dose Quadrivalent/PMC
198|DTP-hepatitis B-Hib, not US|D T P HepB Hib|Quinvaxem, Pentavac
200|influenza, Southern Hemisphere, pediatric|Influenza|
201|influenza, Southern Hemisphere, preservative free|Influenza|
202|influenza, Southern Hemisphere, with preservative|Influenza|
203|MenACWY-TT|Meningococcal|MenQuadfi/PMC, Nimenrix
204|Ebola Zaire, live|Ebola|Ervebo/MSD
205|influenza, adjuvanted, quadrivalent|Influenza|Fluad Quadrivalent/SEQ
206|mpox and smallpox, MVA-BN|Orthopoxvirus|Jynneos/BN
207|COVID-19 mRNA, Moderna 100 mcg|COVID-19|Spikevax/MOD
208|COVID-19 mRNA, Pfizer 30 mcg, purple cap|COVID-19|Comirnaty/PFR
210|COVID-19 vector, AstraZeneca|COVID-19|Vaxzevria
211|COVID-19 subunit, Novavax|COVID-19|
212|COVID-19 vector, Janssen|COVID-19|
213|COVID-19|COVID-19|?
214|Ebola|Ebola|?
215|PCV15|Pneumococcal|Vaxneuvance/MSD
216|PCV20|Pneumococcal|Prevnar 20/PFR
217|COVID-19 mRNA, Pfizer 30 mcg, gray cap|COVID-19|Comirnaty/PFR
218|COVID-19 mRNA, Pfizer 10 mcg, orange cap|COVID-19|
219|COVID-19 mRNA, Pfizer 3 mcg, maroon cap|COVID-19|
220|hepatitis B, 3 antigens|HepB|PreHevbrio/VBI
221|COVID-19 mRNA, Moderna 50 mcg|COVID-19|
222|tick-borne encephalitis|TBE|?
223|tick-borne encephalitis, 0.25 mL|TBE|TicoVac Peds/PFR
224|tick-borne encephalitis, 0.5 mL|TBE|TicoVac Adult/PFR
227|COVID-19 mRNA, Moderna 50 mcg, child|COVID-19|
228|COVID-19 mRNA, Moderna 25 mcg, child|COVID-19|
229|COVID-19 mRNA bivalent, Moderna 50 or 25 mcg|COVID-19|
230|COVID-19 mRNA bivalent, Moderna 10 mcg|COVID-19|
231|influenza, Southern Hemisphere, high dose|Influenza|
300|COVID-19 mRNA bivalent, Pfizer 30 mcg|COVID-19|
301|COVID-19 mRNA bivalent, Pfizer 10 mcg|COVID-19|
302|COVID-19 mRNA bivalent, Pfizer 3 mcg|COVID-19|
303|RSV, adjuvanted preF3|RSV|Arexvy/SKB
304|RSV|RSV|?
305|RSV, preF bivalent|RSV|Abrysvo/PFR
306|nirsevimab, 50 mg|RSV|Beyfortus 50 mg/PMC
307|nirsevimab, 100 mg|RSV|Beyfortus 100 mg/PMC
308|COVID-19 mRNA, Pfizer 3 mcg, yellow cap|COVID-19|
309|COVID-19 mRNA, Pfizer 30 mcg, 2023 and later|COVID-19|Comirnaty/PFR
310|COVID-19 mRNA, Pfizer 10 mcg, 2023 and later|COVID-19|
311|COVID-19 mRNA, Moderna 25 mcg, 2023 and later|COVID-19|
312|COVID-19 mRNA, Moderna 50 mcg, 2023 and later|COVID-19|Spikevax/MOD
313|COVID-19 subunit, Novavax, 2023 and later|COVID-19|Nuvaxovid/NVX
314|RSV vaccine|RSV|?
315|RSV antibody|RSV|?
316|MenACWY-TT with MenB-FHbp|Meningococcal Meningococcal_B|Penbraya/PFR
317|chikungunya, live|Chikungunya|Ixchiq/VAL
320|influenza, cell culture, trivalent, with preservative|Influenza|
324|fractional IPV|Polio|
325|smallpox and mpox|Orthopoxvirus|?
326|RSV, mRNA|RSV|mResvia/MOD
327|PCV21|Pneumococcal|Capvaxive/MSD
328|MenACWY-CRM with MenB-4C|Meningococcal Meningococcal_B|Penmenvy/SKB
329|chikungunya, virus-like particle|Chikungunya|Vimkunya/BN
330|dengue|Dengue|?
331|influenza, Southern Hemisphere, trivalent|Influenza|
332|clesrovimab|RSV|Enflonsia/MSD
333|influenza, live nasal, trivalent, at home|Influenza|FluMist Home
334|COVID-19 mRNA, Moderna 10 mcg|COVID-19|mNEXSPIKE/MOD
500|COVID-19, not US, product unknown|COVID-19|
501|COVID-19 inactivated, QazVac|COVID-19|QazVac
502|COVID-19 inactivated, Covaxin|COVID-19|Covaxin
503|COVID-19 live, Covivac|COVID-19|Covivac
504|COVID-19 vector, Sputnik Light|COVID-19|Sputnik Light
505|COVID-19 vector, Sputnik V|COVID-19|Sputnik V
506|COVID-19 vector, CanSino|COVID-19|Convidecia
507|COVID-19 subunit, Anhui Zhifei|COVID-19|
508|COVID-19 subunit, Jiangsu|COVID-19|
509|COVID-19 subunit, EpiVacCorona|COVID-19|EpiVacCorona
510|COVID-19 inactivated, Sinopharm BIBP|COVID-19|Covilo
511|COVID-19 inactivated, Sinovac|COVID-19|CoronaVac
512|COVID-19 virus-like particle, Medicago|COVID-19|Covifenz
513|COVID-19 subunit, Zifivax|COVID-19|Zifivax
514|COVID-19 DNA, Zydus|COVID-19|ZyCoV-D
515|COVID-19 subunit, Medigen|COVID-19|MVC-COV1901
516|COVID-19 inactivated, Minhai|COVID-19|KCONVAC
517|COVID-19 subunit, Biological E|COVID-19|Corbevax
518|COVID-19 inactivated, Valneva|COVID-19|VLA2001
519|COVID-19 mRNA bivalent BA.1, Moderna, not US|COVID-19|Spikevax Bivalent
520|COVID-19 mRNA bivalent BA.1, Pfizer, not US|COVID-19|Comirnaty Bivalent
521|COVID-19 subunit, VidPrevtyn Beta|COVID-19|VidPrevtyn Beta
`;

/** Codes a record may hold that no antigen of a schedule answers to: antibodies, antitoxins, vaccines not in use here. */
export const outsideTheSchedule = `
12|diphtheria antitoxin
13|tetanus immune globulin
14|immune globulin, unspecified
19|BCG
23|plague
24|anthrax
27|botulinum antitoxin
29|CMV immune globulin
30|hepatitis B immune globulin
34|rabies immune globulin
36|varicella-zoster immune globulin
54|adenovirus type 4
55|adenovirus type 7
71|RSV immune globulin
79|vaccinia immune globulin
82|adenovirus, unspecified
86|immune globulin, intramuscular
87|immune globulin, intravenous
93|palivizumab
117|varicella-zoster immune globulin, investigational
125|H1N1 influenza 2009, nasal
126|H1N1 influenza 2009, preservative free
127|H1N1 influenza 2009, injected
128|H1N1 influenza 2009, unspecified
143|adenovirus types 4 and 7
145|RSV antibody, unspecified
154|hepatitis A immune globulin
160|influenza A H5N1, adjuvanted
180|tetanus immune globulin, human
181|anthrax immune globulin
199|tetanus immune globulin, human, unspecified
801|AS03 adjuvant
998|no vaccine administered
999|unknown vaccine
`;

/** MVX codes of makers whose products appear above or in old records. */
export const makerTable = `
AB|Abbott
ALK|ALK-Abello
ASZ|AstraZeneca
AVX|Aventis Pasteur
BN|Bavarian Nordic
BRR|Barr
CNJ|Cangene
CSL|CSL Behring
DVX|Dynavax
GRF|Grifols
IDB|ID Biomedical
JSN|Janssen
LED|Lederle
MBL|MassBiologics
MED|MedImmune
MIP|Emergent
MOD|Moderna
MSD|Merck
MSP|MSP Vaccine Company
NAV|North American Vaccine
NOV|Novartis
NVX|Novavax
PAX|PaxVax
PFR|Pfizer
PMC|Sanofi Pasteur
PSC|Protein Sciences
PWJ|PowderJect
SEQ|Seqirus
SKB|GlaxoSmithKline
SOL|Solvay
USA|US Army
VAL|Valneva
VBI|VBI Vaccines
WAL|Wyeth
OTH|other
UNK|unknown
`;
