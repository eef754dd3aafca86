export { NotInSchedule as default } from "@/components/schedule/not-in-schedule";
