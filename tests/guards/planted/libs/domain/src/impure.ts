import '@threekeys/event-store';
