/** The rules for HPV, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const hpv = `
let $e 62@9y-4d 137@9y-4d 165@9y-4d
let $d 62@9y-4d 137@9y-4d 118@9y-4d 165@9y-4d
let $c 62@9y-4d 118@9y-4d 137@9y-4d 165@9y-4d
let $b evaluation since 5m-4d | count >1 at 9y-4d.. of 62 118 137 165
let $a 145@9y 146@9y 147@9y 148@9y 149@9y 150@9y 153@9y 154@9y 155@9y 156@9y 158@9y 159@9y 186@9y 269@9y
antigen "HPV" "HPV"
  never 007 080 090 110
  series standard 1 "2 doses" default eq 2 rank A1 start ..15y sex F U
   dose 1
    age 9y-4d 9y 11y 13y+4w 46y
    give 165@9y..46y
    take $c
   dose 2
    gap previous 4w-4d 5m 6m 13m+4w
    give 165@9y..46y
    take $c
    skip $b
    skip forecast since 5m | count >1 at 9y-4d.. of 62 118 137 165
   dose 3
    gap dose 1 5m-4d 5m 6m 13m+4w
    gap previous 12w-4d 12w
    give 165@9y..46y
    take $c
  series standard 1 "3 doses" eq 2 rank A2 sex F U
   dose 1
    age 9y-4d 9y 11y 13y+4w 46y [..2016-12-15]
    age 15y 15y 15y 15y 46y [2016-12-16..]
    gap previous 4w-4d 4w 4w 4w
    give 165@9y..46y
    take $c
   dose 2
    gap previous 4w-4d 4w 4w 16w
    give 165@9y..46y
    take $c
   dose 3
    gap dose 1 16w-4d 5m 6m 7m+4w [..2016-12-15]
    gap dose 1 5m-4d 5m 6m 7m+4w [2016-12-16..]
    gap previous 12w-4d 12w
    give 165@9y..46y
    take $c
  series standard 1 "male 2 doses" default eq 2 rank A1 start ..15y sex M
   dose 1
    age 9y-4d 9y 11y 13y+4w 46y
    give 165@9y..46y
    take $e
    bad 118
   dose 2
    gap previous 4w-4d 5m 6m 13m+4w
    give 165@9y..46y
    take $e
    bad 118
    skip $b
    skip forecast since 5m | count >1 at 9y-4d.. of 62 118 137 165
   dose 3
    gap dose 1 5m-4d 5m 6m 13m+4w
    gap previous 12w-4d 12w
    give 165@9y..46y
    take $e
    bad 118
  series standard 1 "male 3 doses" eq 2 rank A2 sex M
   dose 1
    age 9y-4d 9y 11y 13y+4w 46y [..2016-12-15]
    age 15y 15y 15y 15y 46y [2016-12-16..]
    gap previous 4w-4d 4w 4w 4w
    give 165@9y..46y
    take $e
    bad 118
   dose 2
    gap previous 4w-4d 4w 4w 16w
    give 165@9y..46y
    take $e
    bad 118
   dose 3
    gap dose 1 16w-4d 5m 6m 7m+4w [..2016-12-15]
    gap dose 1 5m-4d 5m 6m 7m+4w [2016-12-16..]
    gap previous 12w-4d 12w
    give 165@9y..46y
    take $e
    bad 118
  series risk 2 "at risk 2 doses" eq 1 rank A1 start ..11y sex F U for 169@0d..11y
   dose 1
    age 9y-4d 9y 9y 11y 27y
    give 165@9y..46y
    take $c
   dose 2
    gap previous 4w-4d 5m 6m 13m+4w
    give 165@9y..46y
    take $c
    skip $b
    skip forecast since 5m | count >1 at 9y-4d.. of 62 118 137 165
   dose 3
    gap dose 1 5m-4d 5m 6m 13m+4w
    gap previous 12w-4d 12w
    give 165@9y..46y
    take $c
  series risk 2 "at risk male 2 doses" eq 1 rank A1 start ..11y sex M for 169@0d..11y
   dose 1
    age 9y-4d 9y 9y 11y 27y
    give 165@9y..46y
    take $e
    bad 118
   dose 2
    gap previous 4w-4d 5m 6m 13m+4w
    give 165@9y..46y
    take $e
    bad 118
    skip $b
    skip forecast since 5m | count >1 at 9y-4d.. of 62 118 137 165
   dose 3
    gap dose 1 5m-4d 5m 6m 13m+4w
    gap previous 12w-4d 12w
    give 165@9y..46y
    take $e
    bad 118
  series risk 2 "at risk 3 doses" rank A1 start ..46y sex F U for $a
   dose 1
    age 9y-4d 9y 11y 13y+4w 46y
    give 165@9y..46y
    take $d
   dose 2
    gap previous 4w-4d 4w 4w 16w
    give 165@9y..46y
    take $d
   dose 3
    gap dose 1 16w-4d 5m 6m 7m+4w [..2016-12-15]
    gap dose 1 5m-4d 5m 6m 7m+4w [2016-12-16..]
    gap previous 12w-4d 12w 4m 5m+4w
    give 165@9y..46y
    take $d
  series risk 2 "at risk male 3 doses" rank A1 start ..46y sex M for $a
   dose 1
    age 9y-4d 9y 11y 13y+4w 46y
    give 165@9y..46y
    take $e
    bad 118
   dose 2
    gap previous 4w-4d 4w 4w 16w
    give 165@9y..46y
    take $e
    bad 118
   dose 3
    gap dose 1 16w-4d 5m 6m 7m+4w [..2016-12-15]
    gap dose 1 5m-4d 5m 6m 7m+4w [2016-12-16..]
    gap previous 12w-4d 12w 4m 5m+4w
    give 165@9y..46y
    take $e
    bad 118
`;
