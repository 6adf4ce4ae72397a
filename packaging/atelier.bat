@echo off
rem Starts Atelier: finds a JDK, sets what must be set before the JVM starts, and hands every argument on as it is.
rem
rem Variables it understands:
rem   ATELIER_JAVA         a java.exe or a JDK's folder: this one and no other
rem   JAVA_HOME            a JDK's folder, taken when it is new enough
rem   JAVA25_HOME          the same, after JAVA_HOME
rem   ATELIER_JVM_FOLDERS  folders that hold JDKs, parted by semicolons, searched instead of the system's
rem   JDK_JAVA_OPTIONS     the JVM's own: further flags, such as -Xmx
setlocal EnableExtensions DisableDelayedExpansion
set "needed=@{jdk.release}"
for %%h in ("%~dp0..") do set "home=%%~fh"
set "java="
set /a best=needed-1

if not defined ATELIER_JAVA goto homes
call :consider "%ATELIER_JAVA:"=%"
if defined java goto start
if "%found%"=="0" goto named_nothing
>&2 echo ATELIER_JAVA is "%ATELIER_JAVA:"=%", which is Java %found%: set it to a JDK %needed% or newer, or unset it.
exit /b 1
:named_nothing
>&2 echo ATELIER_JAVA is "%ATELIER_JAVA:"=%", where no java.exe is found: set it to a JDK %needed% or newer, or unset it.
exit /b 1

:homes
if defined JAVA_HOME call :consider "%JAVA_HOME:"=%"
if defined java goto start
if defined JAVA25_HOME call :consider "%JAVA25_HOME:"=%"
if defined java goto start

set "folders=%ProgramFiles%\Java;%ProgramFiles%\Eclipse Adoptium;%ProgramFiles%\Microsoft;%ProgramFiles%\Zulu;%ProgramFiles%\BellSoft;%ProgramFiles%\Amazon Corretto;%LOCALAPPDATA%\Programs\Eclipse Adoptium;%USERPROFILE%\.jdks"
if defined ATELIER_JVM_FOLDERS set "folders=%ATELIER_JVM_FOLDERS:"=%"
for %%f in ("%folders:;=" "%") do call :search "%%~f"
if defined java goto start
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :consider "%%~$PATH:j"
if defined java goto start
>&2 echo Atelier needs JDK %needed% or newer and found none: install one of any vendor, or name it in ATELIER_JAVA, JAVA_HOME or JAVA25_HOME.
exit /b 1

:start
rem No usage reports by the libraries.
set "OPT_OUT_TRACKING=true"
rem What the build remembered of a start. A JVM that cannot use it, being another than the build's, starts without it, in silence.
set "cache="
if exist "%home%\lib\atelier.aot" set cache="-XX:AOTCache=%home%\lib\atelier.aot" "-Xlog:aot*=off" "-Xlog:cds*=off"
"%java%" %cache% "@%home%\lib\jvm.options" --module-path "%home%\modules" "-Datelier.home=%home%" -cp "%home%\lib\atelier.jar" @{main.class} %*
exit /b %ERRORLEVEL%

rem Considers every JDK in the folder %1.
:search
for /f "delims=" %%d in ('dir /b /ad "%~1" 2^>nul') do if exist "%~1\%%d\bin\java.exe" call :consider "%~1\%%d"
exit /b 0

rem Takes the java.exe or the JDK's folder %1 if it is newer than the best so far, and leaves its feature release in found.
:consider
set "program=%~f1"
if exist "%~f1\bin\java.exe" set "program=%~f1\bin\java.exe"
call :feature_release "%program%"
if %found% leq %best% exit /b 0
set "best=%found%"
set "java=%program%"
exit /b 0

rem Leaves the feature release of the java.exe %1 in found: 25 for 25.0.3, 0 when there is none to tell.
:feature_release
set "found=0"
set "version="
if not exist "%~f1" exit /b 0
if exist "%~dp1..\release" for /f "usebackq tokens=1,2 delims==" %%k in ("%~dp1..\release") do if "%%k"=="JAVA_VERSION" set "version=%%~l"
if not defined version for /f "usebackq tokens=3" %%v in (`""%~f1" -version 2>&1"`) do if not defined version set "version=%%~v"
if not defined version exit /b 0
set "found=%version%"
if "%found:~0,2%"=="1." set "found=%found:~2%"
for /f "tokens=1 delims=.-+_" %%a in ("%found%") do set "found=%%a"
rem Whatever is no number counts as none.
set /a found=found 2>nul
exit /b 0
