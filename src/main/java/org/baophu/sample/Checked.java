package org.baophu.sample;

/** Somebody who was drawn, with what a clerk found out. */
public record Checked(Drawn drawn, Answer answer) {}
