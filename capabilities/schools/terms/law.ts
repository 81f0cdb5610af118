/**
 * The law "On prevention of offences" of 30 December 2025 No. 245-VIII: in force sixty days after its publication, which is
 * early in March 2026. The very day was not read [?]; this one is ours.
 */
export const preventionLaw = '2026-03-01';
