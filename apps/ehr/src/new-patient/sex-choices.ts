/** FHIR's administrative genders in a form's words; nothing chosen is a choice of its own. */
export const SEX_CHOICES = [
  { value: '', label: 'Choose' },
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'other', label: 'Other' },
  { value: 'unknown', label: 'Unknown' },
];
