/** Refusals of a volunteer. What a booking is refused for is an event's reason, see `bookingRefusalReasons`. */
export const volunteerRefusals = {
  VolunteerNotRegistered: { zh: '没有登记过这位志愿者。', en: 'This volunteer is not registered.' },
  VolunteerAlreadyRegistered: { zh: '这位志愿者已经登记。', en: 'This volunteer is already registered.' },
  AccountOfAnotherVolunteer: {
    zh: '这个账号已属于另一位志愿者。',
    en: 'This account belongs to another volunteer.',
  },
  VolunteerHasLeft: { zh: '这位志愿者已退出。', en: 'This volunteer has left.' },
  FreeTimeDateTwice: {
    zh: '同一日期只能有一条例外安排。',
    en: 'A date can have one exception only.',
  },
  IdAlreadyUsed: {
    zh: '这个编号已用于别的内容。',
    en: 'This id already stands for something else.',
  },
  ConsentUnknown: { zh: '没有这项长期同意。', en: 'There is no such standing consent.' },
  CertificateUnknown: { zh: '没有这份证书。', en: 'There is no such certificate.' },
  CertificateAlreadyOver: {
    zh: '这份证书的有效期已过。',
    en: 'The date until which this certificate holds is over.',
  },
  CertificateStillValid: { zh: '这份证书仍然有效。', en: 'This certificate is still valid.' },
  PauseAlreadyOver: { zh: '暂停的截止时间已过。', en: 'The end of this pause is in the past.' },
  BookingUnknown: { zh: '没有这次预约。', en: 'There is no such booking.' },
  BookingWasReleased: { zh: '这次预约已取消。', en: 'This booking was released.' },
  ServiceAlreadyRecorded: {
    zh: '这次预约的服务时长已登记。',
    en: 'The service of this booking is already recorded.',
  },
} as const;
