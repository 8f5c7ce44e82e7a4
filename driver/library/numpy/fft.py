"""numpy.fft: jax.numpy.fft in host mode."""

from _cjax.host import host
from jax.numpy import fft as _fft

fft, ifft, fft2, ifft2, fftn, ifftn = (host(_fft.fft), host(_fft.ifft), host(_fft.fft2), host(_fft.ifft2),
                                       host(_fft.fftn), host(_fft.ifftn))
rfft, irfft, rfft2, irfft2, rfftn, irfftn = (host(_fft.rfft), host(_fft.irfft), host(_fft.rfft2), host(_fft.irfft2),
                                             host(_fft.rfftn), host(_fft.irfftn))
fftfreq, rfftfreq, fftshift, ifftshift = (host(_fft.fftfreq), host(_fft.rfftfreq), host(_fft.fftshift),
                                          host(_fft.ifftshift))
hfft, ihfft = host(_fft.hfft), host(_fft.ihfft)
