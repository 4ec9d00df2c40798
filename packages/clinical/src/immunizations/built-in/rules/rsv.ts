/** The rules for RSV, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const rsv = `
let $f 303@50y 305@50y 326@50y
let $e 303 305 306 314 326 332
let $d 303@0d 304@0d 305@0d 314@0d 326@0d
let $c 306@0d..24m 307@0d..24m 332@0d..8m
let $b 304@0d..24m 307@0d..24m 315@0d..24m
let $a 304@0d..24m 306@0d..24m 307@0d..24m 315@0d..24m 332@0d..8m
antigen "RSV" "RSV"
  never 080 244 278@0d..8m
  series standard 1 "1 dose" default eq 2 rank A1
   dose 1
    age 0d 0d 0d - 8m
    give $c
    take $a
    bad 303 305 314 326
    season 2025-10-01 2026-03-31 yearly
  series risk 2 "at risk under 20 months" rank A1 for 017@0d..20m 200@0d..20m 245@0d..20m 246@0d..20m
   dose 1
    age 0d 0d 0d - 20m
    give $c
    take $a
    bad 303 305 314 326
    skip both age 8m..
    season 2025-10-01 2026-03-31 yearly
   dose 2
    age - - - - 20m
    give 307@0d..24m
    take $b
    bad $e
    skip both count =1 valid on 2025-07-01..2026-06-30 yearly of 304 306 307 315 332
    season 2025-10-01 2026-03-31 yearly
   dose 3
    age - - - - 20m
    gap previous 0d 0d 0d
    give 307@0d..24m
    take $b
    bad $e
    skip evaluation age ..8m
    skip evaluation age 8m.. & count =1 valid at ..8m on 2025-07-01..2026-06-30 yearly of 304 306 307 315 332
    skip forecast age ..8m
    skip forecast age 8m.. & count =0 valid at 8m.. of 304 307 315
    season 2025-10-01 2026-03-31 yearly
  series risk 2 "at risk pregnant 1 dose" eq 3 rank A1 for 007
   dose 1
    gap obs 170 - 32w 32w 37w
    give 305*
    take 304 305 314
    bad 303 306 307 315 326 332
    skip both count >0 at 10y.. of 303 326
    season 2025-09-01 2026-01-31 yearly
  series risk 2 "at risk 50-74 y 1 dose" eq 3 rank A1 for 004@50y..75y 015@50y..75y 016@50y..75y 017@50y..75y 027@50y..75y 114@50y..75y 145@50y..75y 147@50y..75y 148@50y..75y 153@50y..75y 154@50y..75y 157@50y..75y 158@50y..75y 159@50y..75y 189@50y..75y 190@50y..75y 191@50y..75y 199@50y..75y 200@50y..75y 205@50y..75y 214@50y..75y 215@50y..75y 254@50y..75y 256@50y..75y 257@50y..75y 258@50y..75y 259@50y..75y 260@50y..75y 261@50y..75y 262@50y..75y 263@50y..75y 264@50y..75y 265@50y..75y 266@50y..75y 267@50y..75y 268@50y..75y
   dose 1
    age 10y 50y 50y
    give $f
    take $d
    bad 306 307 315 332
  series standard 3 "75 y+ 1 dose" default eq 2 rank A1
   dose 1
    age 10y 75y 75y
    give $f
    take $d
    bad 306 307 315 332
`;
