@NullMarked
package io.hilum.journal;

import org.jspecify.annotations.NullMarked;
