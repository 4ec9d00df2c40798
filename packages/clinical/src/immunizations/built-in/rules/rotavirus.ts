/** The rules for Rotavirus, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const rotavirus = `
let $b 116@6w..8m+1d 119@6w..8m+1d
let $a 74@6w-4d 116@6w-4d 119@6w-4d 122@6w-4d
antigen "Rotavirus" "Rotavirus"
  never 013 028 080 083
  never 104 : 119
  series standard 1 "3 doses" default rank A1
   dose 1
    age 6w-4d 6w 2m - 15w
    give $b
    take $a
   dose 2
    age 10w-4d 10w 4m 5m+4w 8m+1d
    gap previous 4w-4d 4w 8w 13w
    give $b
    take $a
   dose 3
    age 14w-4d 14w 6m 7m+4w 8m+1d
    gap previous 4w-4d 4w 8w 13w
    give $b
    take $a
  series standard 1 "late start at 15 weeks 3 doses" rank A3
   dose 1
    age 15w 15w - - 8m+1d
    give $b
    take $a
   dose 2
    age - - 4m 5m+4w 8m+1d
    gap previous 4w-4d 4w 4w 13w
    give $b
    take $a
   dose 3
    age - - 6m 7m+4w 8m+1d
    gap previous 4w-4d 4w 8w 13w
    give $b
    take $a
  series standard 1 "2 doses" product rank A2
   dose 1
    age 6w-4d 6w 2m - 15w
    give 119@6w..8m+1d*
    take 119@6w-4d
   dose 2
    age 10w-4d 10w 4m 5m+4w 8m+1d
    gap previous 4w-4d 4w 8w 13w
    give 119@6w..8m+1d*
    take 119@6w-4d
  series standard 1 "late start at 15 weeks 2 doses" product rank A4
   dose 1
    age 15w 15w - - 8m+1d
    give 119@6w..8m+1d*
    take 119@6w-4d
   dose 2
    age - - 4m 5m+4w 8m+1d
    gap previous 4w-4d 4w 8w 13w
    give 119@6w..8m+1d*
    take 119@6w-4d
`;
