/** The rules for Orthopoxvirus, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const orthopoxvirus = `
let $b 75@1y-4d 105@1y-4d 206@0d 325@0d
let $a 75@1y-4d 105@1y-4d 206@1y-4d 325@1y-4d
antigen "Orthopoxvirus" "Orthopoxvirus"
  never 080 223
  never 224 225 226 227 228 229 230 231 003 073 007 009 016 : 75
  series risk 1 "at risk more virulent 2 doses" rank A1 for 232@18y 233@18y 234@18y 235@18y
   dose 1
    age 1y-4d 18y 18y
    give 75@18y 206@18y
    take $a
   dose 2
    gap previous 28d-4d 28d 28d
    give 206@18y
    take $a
    skip both count >0 valid at 0d.. of 75 105
   dose 3
    gap previous 0d 2y 2y 3y
    give 75@18y 206@18y
    take $a
    again
  series risk 1 "at risk less virulent 2 doses" rank A1 for 236@18y 237@18y 238@18y 239@18y
   dose 1
    age 1y-4d 18y 18y
    give 75@18y 206@18y
    take $a
   dose 2
    gap previous 28d-4d 28d 28d
    give 206@18y
    take $a
    skip both count >0 valid at 0d.. of 75 105
   dose 3
    gap previous 0d 10y 10y
    give 75@18y 206@18y
    take $a
    again
  series risk 1 "at risk pre-exposure 2 doses" rank B1 for 247@18y 248@18y
   dose 1
    age 0d 18y 18y
    give 206@18y
    take $a
   dose 2
    gap previous 0d 28d 28d
    give 206@18y
    take $a
    skip both count >0 valid at 0d.. of 75 105
  series risk 1 "at risk post-exposure 2 doses" rank C1 for 241@0d 242@0d
   dose 1
    age 0d 0d 6m
    give 75@18y 206@0d 206@18y
    take $b
   dose 2
    gap previous 0d 28d 28d
    give 206@0d 206@18y
    take $b
    skip both count >0 valid at 0d.. of 75 105
`;
