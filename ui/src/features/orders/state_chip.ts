// The state of an order as a chip: ${stateChip(order.state)}
import type { TemplateResult } from "lit";
import type { OrderState } from "../../api/commands";
import { type Tone, chip } from "../../kit/pieces";
import { orderWords } from "../../words/orders";

const TONES: Readonly<Record<OrderState, Tone>> = { registered: "quiet", requirements_confirmed: "accent", in_review: "amber", review_passed: "accent", taken_with_conditions: "amber", declined: "red", quoted: "accent", pending_effect: "amber", in_effect: "accent", released: "green", converted: "quiet", suspended: "amber", cancelled: "red" };

const isState = (state: string): state is OrderState => state in TONES;

export const stateChip = (state: string): TemplateResult => (isState(state) ? chip(orderWords().states[state], TONES[state]) : chip(state));
