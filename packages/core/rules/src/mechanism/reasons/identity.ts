/** Reasons of `credit-code.ts`, `identity-number.ts` and `phone.ts`. */
export const IDENTITY_REASONS = {
  CREDIT_CODE_LENGTH: {
    zh: '统一社会信用代码有{{length}}位，应为18位，请对照登记证书核对。',
    en: 'The unified social credit code has {{length}} characters, not 18; check it against the certificate.',
  },
  CREDIT_CODE_CHARACTERS: {
    zh: '统一社会信用代码只能用数字和大写字母（不含I、O、S、V、Z），请检查“{{characters}}”。',
    en: 'A unified social credit code holds digits and capitals without I, O, S, V, Z; check "{{characters}}".',
  },
  CREDIT_CODE_AREA: {
    zh: '统一社会信用代码第3—8位“{{area}}”应为六位数字的行政区划码，请核对。',
    en: 'Characters 3–8 of the unified social credit code, "{{area}}", must be the six digits of a division; check them.',
  },
  CREDIT_CODE_CHECKSUM: {
    zh: '统一社会信用代码校验不通过，可能有一位抄错，请对照登记证书核对。',
    en: 'The check character of the unified social credit code is wrong; some character was miscopied, check the certificate.',
  },
  IDENTITY_NUMBER_FORM: {
    zh: '身份证号应为18位：17位数字加一位数字或X，请核对。',
    en: 'An identity number has 18 places: 17 digits and a digit or X; check it.',
  },
  IDENTITY_NUMBER_BIRTH: {
    zh: '身份证号第7—14位不是有效的出生日期，请核对。',
    en: 'Places 7–14 of the identity number are no birth date; check them.',
  },
  IDENTITY_NUMBER_CHECKSUM: {
    zh: '身份证号校验不通过，可能有一位抄错，请对照证件核对。',
    en: 'The check character of the identity number is wrong; some place was miscopied, check the card.',
  },
  PHONE_INVALID: {
    zh: '电话号码无效，应为11位手机号，或带区号的固定电话，如0535-8512345。',
    en: 'The phone number is not valid; give an 11-digit mobile number or a landline with area code, such as 0535-8512345.',
  },
  MOBILE_INVALID: {
    zh: '手机号无效，应为以1开头的11位数字。',
    en: 'The mobile number is not valid; give 11 digits starting with 1.',
  },
} as const;
