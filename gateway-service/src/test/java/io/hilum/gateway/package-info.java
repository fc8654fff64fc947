@NullMarked
package io.hilum.gateway;

import org.jspecify.annotations.NullMarked;
