/** The rules for Zoster, in the notation of ../parse-notation.ts. Source: see ../built-in-schedule.ts. */
export const zoster = `
antigen "Zoster" "Zoster"
  never 080 172
  series standard 1 "2 doses" default eq 2 rank A1
   dose 1
    age 18y-4d 50y 50y
    gap cvx 21 94 121 : 0d 8w 8w
    give 187@18y
    take 187@18y-4d
   dose 2
    age 50y-4d 50y
    gap previous 4w-4d 4w 8w 7m+4w
    gap cvx 21 94 121 : 0d 8w 8w
    give 187@18y
    take 187@18y-4d 188@18y-4d
  series standard 1 "3 doses" eq 2 rank A2
   dose 1
    age 50y 60y 60y
    take 121@50y
   dose 2
    gap previous 0d 8w 8w
    give 187@18y
    take 187@18y-4d
   dose 3
    gap previous 4w-4d 4w 8w 7m+4w
    give 187@18y
    take 187@18y-4d 188@18y-4d
  series risk 2 "at risk 2 doses" default eq 1 rank A1 for 145@19y 146@19y 147@19y 148@19y 153@19y 154@19y 155@19y 156@19y 157@19y 158@19y 159@19y 178@19y 179@19y 180@19y 181@19y 186@19y
   dose 1
    age 19y-4d 19y 19y
    gap cvx 21 94 121 : 0d 8w 8w
    give 187@18y
    take 187@18y-4d
   dose 2
    gap previous 4w-4d 4w 8w 7m+4w
    gap cvx 21 94 121 : 0d 8w 8w
    give 187@18y
    take 187@18y-4d 188@18y-4d
`;
