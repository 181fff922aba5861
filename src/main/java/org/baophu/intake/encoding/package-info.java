/**
 * Bytes become text: the encodings that Vietnamese agencies' files come in.
 *
 * <p>Comes in: the bytes of a file's beginning, middle and end. Goes out: one {@link
 * org.baophu.intake.encoding.TextEncoding} for the whole file, found by {@link
 * org.baophu.intake.encoding.EncodingDetector}. {@link
 * org.baophu.intake.encoding.VietnameseCharsets} holds the charsets the Java platform lacks.
 *
 * <p>An encoding is decided for a file, never for a word: in VNI the bytes of {@code Hồng} read as
 * {@code Hoàng}.
 */
@NullMarked
package org.baophu.intake.encoding;

import org.jspecify.annotations.NullMarked;
