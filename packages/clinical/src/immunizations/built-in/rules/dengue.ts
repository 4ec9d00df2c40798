/** The rules for Dengue, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const dengue = `
antigen "Dengue" "Dengue"
  never 080 145 146 147 148 150 153 154 156 157 158 159 210 243
  series risk 1 "at risk 3 doses" default rank A1 start ..17y for 211@9y..17y
   dose 1
    age 9y-4d 9y 9y - 17y
    give 56@9y..17y
    take 56@9y-4d 330@9y-4d
   dose 2
    gap previous 6m-4d 6m 6m
    give 56@9y..17y
    take 56@9y-4d 330@9y-4d
   dose 3
    gap previous 6m-4d 6m 6m
    give 56@9y..17y
    take 56@9y-4d 330@9y-4d
`;
