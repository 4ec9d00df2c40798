/**
 * Screenings by age, in our own words. A line each: id | what | who | when | severity | source.
 * who: all, female, male, or `risk X`: only for those whose record says X; several joined by " and ".
 * when: `at` ages | `once` from-to | `every` months from-to (the last age itself is out).
 * AAP: AAP/Bright Futures periodicity schedule, February 2025. USPSTF with the year of the recommendation.
 * Where a source names no interval, one year is taken and the source says so.
 */
export const SCREENINGS = `
newborn-blood-spot | newborn blood screening | all | once 1d-1mo | high | AAP
newborn-hearing | newborn hearing screening | all | once 0d-3mo | moderate | AAP
newborn-heart | pulse oximetry for critical heart disease | all | once 1d-7d | high | AAP
newborn-bilirubin | bilirubin before going home | all | once 1d-5d | moderate | AAP
maternal-depression | depression screening of the mother | all | at 1mo, 2mo, 4mo, 6mo | low | AAP
head-circumference | head circumference | all | at 0d, 4d, 1mo, 2mo, 4mo, 6mo, 9mo, 12mo, 15mo, 18mo, 24mo | low | AAP
development | developmental screening | all | at 9mo, 18mo, 30mo | moderate | AAP
autism | autism screening | all | at 18mo, 24mo | moderate | AAP
anemia | hemoglobin for anemia | all | at 12mo | moderate | AAP
lead | lead test, or risk questions where testing is not required | all | at 12mo, 24mo | moderate | AAP
dental-home | dental home, else oral health check | all | at 12mo, 18mo, 24mo, 30mo, 3y, 6y | low | AAP
fluoride-varnish | fluoride varnish | all | every 6 6mo-6y | low | AAP; USPSTF 2021
behavior | behavioral, social and emotional screening | all | every 12 12mo-22y | low | AAP
vision | vision test | all | at 3y, 4y, 5y, 6y, 8y, 10y, 12y, 15y | low | AAP; USPSTF 2017
hearing | hearing test | all | at 4y, 5y, 6y, 8y, 10y | low | AAP
hearing-teen-1 | hearing test with high frequencies | all | once 11y-15y | low | AAP
hearing-teen-2 | hearing test with high frequencies | all | once 15y-18y | low | AAP
hearing-teen-3 | hearing test with high frequencies | all | once 18y-22y | low | AAP
blood-pressure | blood pressure | all | every 12 3y-18y | low | AAP; AAP 2017 blood pressure guideline
body-mass-index | body mass index | all | every 12 2y-18y | low | AAP; USPSTF 2024
lipids-child | cholesterol | all | once 9y-12y | low | AAP
lipids-teen | cholesterol | all | once 17y-22y | low | AAP
anxiety-child | anxiety screening | all | every 12 8y-19y | low | USPSTF 2022, no interval named
depression-suicide | screening for depression and suicide risk | all | every 12 12y-22y | moderate | AAP; USPSTF 2022
substance-use | screening for tobacco, alcohol and drugs | all | every 12 11y-22y | low | AAP
sudden-cardiac-death | questions about sudden cardiac death | all | every 12 11y-22y | low | AAP
hiv | HIV test | all | once 15y-66y | low | AAP; USPSTF 2019
hepatitis-c | hepatitis C test | all | once 18y-80y | low | AAP; USPSTF 2020
chlamydia-gonorrhea | chlamydia and gonorrhea test | female and risk sexually-active | every 12 12y-25y | moderate | USPSTF 2021, no interval named
cervical-cancer | cervical cancer screening | female | every 36 21y-66y | moderate | USPSTF 2018
depression-adult | depression screening | all | every 12 22y-120y | low | USPSTF 2023, no interval named
anxiety-adult | anxiety screening | all | every 12 19y-65y | low | USPSTF 2023, no interval named
substance-use-adult | questions about tobacco, alcohol and drugs | all | every 12 22y-120y | low | USPSTF 2018, 2020, 2021, no interval named
blood-pressure-young-adult | blood pressure | all | every 36 18y-40y | low | USPSTF 2021
blood-pressure-adult | blood pressure | all | every 12 40y-120y | low | USPSTF 2021
diabetes | blood glucose or HbA1c | risk overweight | every 36 35y-71y | low | USPSTF 2021
colorectal-cancer | colorectal cancer screening | all | every 12 45y-76y | moderate | USPSTF 2021
breast-cancer | mammogram | female | every 24 40y-75y | moderate | USPSTF 2024
lung-cancer | low-dose CT of the chest | risk smoking-20-pack-years | every 12 50y-81y | moderate | USPSTF 2021
aortic-aneurysm | ultrasound for aortic aneurysm | male and risk ever-smoked | once 65y-76y | low | USPSTF 2019
osteoporosis | bone density | female | once 65y-120y | low | USPSTF 2025
`;
