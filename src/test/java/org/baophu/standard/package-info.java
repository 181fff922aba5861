@NullMarked
package org.baophu.standard;

import org.jspecify.annotations.NullMarked;
